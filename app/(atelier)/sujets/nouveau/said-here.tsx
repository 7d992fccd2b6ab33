'use client'
import { Check, Trash2 } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Recorder } from '#app/_sound/recorder.tsx'
import { TakeReview } from '#app/_sound/take-review.tsx'
import { dropTake, readFreeTakes, readTakeSound, type Take, writeTake } from '#app/_sound/take-shelf.ts'
import { Button } from '#app/_ui/button.tsx'

type Said = { take: Take; sound: Blob }
type Props = {
  memberId: string
  storyId: string
  takeName: string
  isRecording: boolean
  onDone: () => void
  onCount: (takes: number) => void
}

/** What was said for a story that is not there yet: it lies on this device, and leaves once the story is open. */
export default function SaidHere({ memberId, storyId, takeName, isRecording, onDone, onCount }: Props) {
  const [said, setSaid] = useState<readonly Said[]>([])
  const show = (takes: readonly Said[]) => {
    setSaid(takes)
    onCount(takes.length)
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked for again when a recording ends.
  useEffect(() => {
    let isCurrent = true
    if (!isRecording) void findSaid(memberId, storyId).then((takes) => isCurrent && show(takes))
    return () => {
      isCurrent = false
    }
  }, [memberId, storyId, isRecording])
  const keep = async (take: Take) => {
    await writeTake({ ...take, kept: false })
    onDone()
  }
  const erase = async ({ id }: Take) => {
    await dropTake(id)
    show(said.filter(({ take }) => take.id !== id))
  }
  if (isRecording)
    return <Recorder {...{ memberId, storyId }} named={takeName} onKeep={keep} onDone={onDone} />
  if (said.length === 0) return null
  return (
    <section className="grid gap-4 rounded-card border-2 border-pine bg-pine-soft p-gutter">
      <p role="status" className="flex items-start gap-3">
        <span className="mt-1">
          <Check />
        </span>
        <span>Gardé sur cet appareil. Votre voix partira avec le sujet.</span>
      </p>
      {said.map(({ take, sound }) => (
        <TakeReview key={take.id} take={take} sound={sound}>
          <Button variant="quiet" icon={<Trash2 />} onClick={() => erase(take)}>
            Effacer
          </Button>
        </TakeReview>
      ))}
    </section>
  )
}

async function findSaid(memberId: string, storyId: string): Promise<Said[]> {
  const here = (await readFreeTakes(memberId)).filter((take) => take.storyId === storyId)
  return await Promise.all(here.map(async (take) => ({ take, sound: await readTakeSound(take) })))
}
