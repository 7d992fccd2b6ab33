'use client'
import { Mic } from 'lucide-react'
import { useEffect, useState } from 'react'
import { ButtonLink } from '#app/_ui/button-link.tsx'
import { EmptyState } from '#app/_ui/empty-state.tsx'
import { FormMessage } from '#app/_ui/form-message.tsx'
import { PlaceSound } from './place-sound.tsx'
import { type ReceivedSound, readReceived } from './received-shelf.ts'

type Props = {
  memberId: string
  /** The last touched first. */
  stories: readonly { id: string; title: string; author: string }[]
  mayUseLibrary: boolean
}

/** The sounds that another app handed over and that have no place yet, one after the other. */
export function ReceivedDesk({ memberId, ...places }: Props) {
  const [sounds, setSounds] = useState<ReceivedSound[] | null>(null)
  const [placed, setPlaced] = useState<string | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  useEffect(() => {
    const told = new URLSearchParams(location.search)
    if (told.has('plein'))
      setTrouble(
        'Cet appareil n’a plus de place pour garder ce son. Il est toujours dans l’autre application.',
      )
    if (told.has('vide')) setTrouble('On n’a pas trouvé de son dans ce qui a été partagé.')
    readReceived(memberId).then(setSounds, () => setSounds([]))
  }, [memberId])
  const waiting = sounds?.filter(({ place }) => place === null)
  const done = (id: string, words: string) => {
    setSounds((all) => all?.filter((sound) => sound.id !== id) ?? null)
    setPlaced(words)
  }
  const [next] = waiting ?? []
  return (
    <div className="grid max-w-2xl grid-cols-1 gap-6">
      <FormMessage tone="warn">{trouble}</FormMessage>
      <FormMessage tone="ok">{placed}</FormMessage>
      {!waiting && <p role="status">On regarde ce qui est arrivé…</p>}
      {waiting?.length === 0 && <NothingReceived wasPlaced={placed !== null} />}
      {next && <p className="text-lead text-ink-2">Dites où il va. Il est déjà gardé sur cet appareil.</p>}
      {next && <PlaceSound key={next.id} memberId={memberId} sound={next} done={done} {...places} />}
    </div>
  )
}

function NothingReceived({ wasPlaced }: { wasPlaced: boolean }) {
  if (wasPlaced)
    return (
      <p>
        <ButtonLink href="/envois" icon={<Mic />}>
          Voir où en est l’envoi
        </ButtonLink>
      </p>
    )
  return (
    <EmptyState title="Aucun son n’attend">
      <p>
        Dans une autre application, touchez « Partager » sur un son, puis choisissez La Bobine : il arrive
        ici. Il faut d’abord avoir mis La Bobine sur l’écran d’accueil.
      </p>
    </EmptyState>
  )
}
