'use client'
import { useEffect, useState } from 'react'
import { Button } from '#app/_ui/button.tsx'
import { showToast } from '#app/_ui/toast-store.ts'
import { keepTake, type Sending, sendTake } from './sendings.ts'
import { TakeReview } from './take-review.tsx'
import { dropTake, readFreeTakes, readTakeSound, type Take } from './take-shelf.ts'

type Found = { take: Take; sound: Blob }
type Props = { memberId: string; storyId: string | null; sendings: readonly Sending[] }

/** A moment longer than the offer to undo. */
const erasedAfterMs = 12_000

/** Takes that lie on this device: those that were kept leave by themselves, the others wait for a choice. */
export function FoundTakes({ memberId, storyId, sendings }: Props) {
  const [found, setFound] = useState<Found[]>([])
  const [erased, setErased] = useState<readonly string[]>([])
  // biome-ignore lint/correctness/useExhaustiveDependencies: a sending that ends changes the list.
  useEffect(() => {
    let isCurrent = true
    void findTakes(memberId, storyId).then((takes) => isCurrent && setFound(takes))
    return () => {
      isCurrent = false
    }
  }, [memberId, storyId, sendings.length])
  const keep = async (take: Take, sound: Blob) => {
    setFound(found.filter((one) => one.take.id !== take.id))
    await keepTake(take, sound)
  }
  const erase = ({ id }: Take) => {
    setErased([...erased, id])
    const timer = setTimeout(() => void dropTake(id), erasedAfterMs)
    showToast({
      text: 'Prise effacée de cet appareil.',
      undo: () => {
        clearTimeout(timer)
        setErased((others) => others.filter((one) => one !== id))
      },
    })
  }
  const shown = found.filter(({ take }) => !erased.includes(take.id))
  if (shown.length === 0) return null
  return (
    <section className="grid gap-3">
      <h3>
        {shown.length > 1
          ? 'Des prises sont gardées sur cet appareil'
          : 'Une prise est gardée sur cet appareil'}
      </h3>
      {shown.map(({ take, sound }) => (
        <TakeReview key={take.id} take={take} sound={sound}>
          <Button onClick={() => keep(take, sound)}>Garder cette prise</Button>
          <Button variant="quiet" onClick={() => erase(take)}>
            Effacer
          </Button>
        </TakeReview>
      ))}
    </section>
  )
}

/** Sends the kept takes of every story on its way; answers those of this story that wait for a choice. */
async function findTakes(memberId: string, storyId: string | null): Promise<Found[]> {
  const free = await readFreeTakes(memberId).catch(() => [])
  for (const take of free.filter(({ kept }) => kept)) void sendTake(take)
  const waiting = free.filter((take) => !take.kept && take.storyId === storyId)
  return await Promise.all(waiting.map(async (take) => ({ take, sound: await readTakeSound(take) })))
}
