'use client'
import { Pause, Play, RefreshCw, X } from 'lucide-react'
import { Button } from '#app/_ui/button.tsx'
import { ErrorNote } from '#app/_ui/error-note.tsx'
import { Progress } from '#app/_ui/progress.tsx'
import { dropSending, pauseSending, resumeSending, type Sending } from './sendings.ts'
import { sizeWords } from './size-words.ts'

/** A sound on its way, with what can be done about it. */
export function SendingRow({ sending }: { sending: Sending }) {
  const { id, name, state, words, isTake } = sending
  const drop = (
    <Button variant="quiet" icon={<X />} onClick={() => dropSending(id)}>
      {state === 'done' ? 'Fermer' : isTake ? 'Ne plus envoyer' : 'Enlever'}
    </Button>
  )
  if (state === 'failed')
    return (
      <ErrorNote title={`${name} : le son n’est pas parti.`} safe={words ?? 'Il n’est pas perdu.'}>
        {drop}
        <Button icon={<RefreshCw />} onClick={() => resumeSending(id)}>
          Réessayer
        </Button>
      </ErrorNote>
    )
  return (
    <div className="rounded-card border-2 border-border bg-surface p-gutter">
      <Progress
        label={name}
        value={sending.sentBytes / sending.bytes}
        words={whereItStands(sending)}
        cancel={
          <span className="flex flex-wrap gap-2">
            {state === 'sending' && (
              <Button icon={<Pause />} onClick={() => pauseSending(id)}>
                Pause
              </Button>
            )}
            {(state === 'paused' || state === 'waiting') && (
              <Button icon={<Play />} onClick={() => resumeSending(id)}>
                {state === 'paused' ? 'Reprendre' : 'Réessayer'}
              </Button>
            )}
            {drop}
          </span>
        }
      />
    </div>
  )
}

function whereItStands({ state, sentBytes, bytes, isTake }: Sending): string {
  const share = `${sizeWords(sentBytes)} sur ${sizeWords(bytes)}`
  if (state === 'sending') return `Envoi en cours : ${share}.`
  if (state === 'paused') return `En pause à ${share}. Rien n’est perdu.`
  if (state === 'done') return 'Le son est arrivé.'
  return isTake
    ? 'Pas de réseau. Tout est gardé sur cet appareil. On envoie dès que ça revient.'
    : `Pas de réseau, à ${share}. Gardez cette page ouverte : on continue dès que ça revient.`
}
