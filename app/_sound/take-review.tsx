'use client'
import type { ReactNode } from 'react'
import { FormMessage } from '#app/_ui/form-message.tsx'
import { Player } from '#app/_ui/player.tsx'
import { useAddress } from '#app/_ui/use-address.ts'
import type { Take } from './take-shelf.ts'

type Props = { take: Take; sound: Blob; wasCut?: boolean; children: ReactNode }

/** A take on this device: listen, then choose. */
export function TakeReview({ take, sound, wasCut = false, children }: Props) {
  const name = take.name.replace(/\.\w+$/, '')
  const src = useAddress(sound)
  return (
    <div className="grid gap-3">
      {wasCut && (
        <FormMessage tone="warn">
          L’enregistrement s’est arrêté tout seul. Ce que vous avez dit est gardé.
        </FormMessage>
      )}
      <p className="font-bold">{name}</p>
      {src && <Player src={src} title={name} durationMs={Math.max(1000, take.ms)} />}
      <div className="grid gap-2 sm:flex sm:flex-wrap">{children}</div>
    </div>
  )
}
