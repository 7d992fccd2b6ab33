'use client'
import { Info } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Button } from '#app/_ui/button.tsx'
import { forgetHalfSent, type HalfSent, readHalfSent } from './half-sent.ts'
import type { Sending } from './sendings.ts'

type Props = { memberId: string; storyId: string | null; sendings: readonly Sending[]; choose: () => void }

/** Files that stopped half-way on an earlier visit: choosing the same one sends the rest. */
export function HalfSentNotes({ memberId, storyId, sendings, choose }: Props) {
  const [found, setFound] = useState<HalfSent[]>([])
  // biome-ignore lint/correctness/useExhaustiveDependencies: each sending that begins or ends changes the list.
  useEffect(() => {
    void readHalfSent({ memberId, storyId }).then(setFound)
  }, [memberId, storyId, sendings.length])
  const forget = async (key: string) => {
    await forgetHalfSent(key)
    setFound(found.filter((one) => one.key !== key))
  }
  const waiting = found.filter(({ name }) => !sendings.some((sending) => sending.name === name))
  return waiting.map(({ key, name }) => (
    <div key={key} className="grid gap-2 rounded-card border-2 border-sky bg-sky-soft p-gutter">
      <p className="flex gap-3">
        <Info className="mt-1" />
        <span className="min-w-0">
          L’envoi de « {name} » s’est arrêté en route. Choisissez le même fichier : il reprendra où il en
          était.
        </span>
      </p>
      <div className="flex flex-wrap gap-2">
        <Button onClick={choose}>Choisir le fichier</Button>
        <Button variant="quiet" onClick={() => forget(key)}>
          Oublier
        </Button>
      </div>
    </div>
  ))
}
