'use client'
import { type ReactNode, useEffect, useState } from 'react'
import { FormMessage } from '#app/_ui/form-message.tsx'
import { Player } from '#app/_ui/player.tsx'
import type { Take } from './take-shelf.ts'

type Props = { take: Take; sound: Blob; wasCut?: boolean; children: ReactNode }

/** A take on this device: listen, then choose. */
export function TakeReview({ take, sound, wasCut = false, children }: Props) {
  const [src, setSrc] = useState<string | null>(null)
  useEffect(() => {
    const address = URL.createObjectURL(sound)
    setSrc(address)
    return () => URL.revokeObjectURL(address)
  }, [sound])
  return (
    <section className="grid gap-4 rounded-card border-2 border-border bg-surface p-gutter">
      {wasCut && (
        <FormMessage tone="warn">
          L’enregistrement s’est arrêté tout seul. Ce que vous avez dit est gardé.
        </FormMessage>
      )}
      {src && (
        <Player src={src} title={take.name.replace(/\.\w+$/, '')} durationMs={Math.max(1000, take.ms)} />
      )}
      <div className="flex flex-wrap gap-2">{children}</div>
    </section>
  )
}
