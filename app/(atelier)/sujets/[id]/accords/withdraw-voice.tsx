'use client'
import { MicOff, RotateCcw } from 'lucide-react'
import { useState, useTransition } from 'react'
import { Button } from '#app/_ui/button.tsx'
import { Dialog } from '#app/_ui/dialog.tsx'
import { FormMessage } from '#app/_ui/form-message.tsx'
import { ofName } from '#app/_ui/name-words.ts'
import { RadioCards } from '#app/_ui/radio-cards.tsx'
import { showToast } from '#app/_ui/toast-store.ts'
import type { Giver } from '#lib/rights/consent.ts'
import { returnAction, withdrawAction } from './actions.ts'

type Props = { voiceId: string; name: string; isMinor: boolean; isGone: boolean }

/** Takes a voice back, once what that does was read; or brings it back. */
export function WithdrawVoice({ voiceId, name, isMinor, isGone }: Props) {
  const [open, setOpen] = useState(false)
  const [by, setBy] = useState<Giver>('self')
  const [refused, setRefused] = useState<string | null>(null)
  const [pending, start] = useTransition()
  const bringBack = (givers: readonly Giver[]) =>
    start(async () => {
      for (const giver of givers) {
        const outcome = await returnAction(null, { voiceId, by: giver })
        setRefused(outcome.ok ? null : outcome.words)
      }
    })
  const withdraw = () =>
    start(async () => {
      setOpen(false)
      const outcome = await withdrawAction(null, { voiceId, by })
      if (!outcome.ok) return setRefused(outcome.words)
      showToast({ text: `La voix ${ofName(name)} est retirée.`, undo: () => bringBack([by]) })
    })
  return (
    <>
      <FormMessage tone="error">{refused}</FormMessage>
      {isGone ? (
        <Button
          icon={<RotateCcw />}
          pending={pending}
          onClick={() => bringBack(isMinor ? ['self', 'parent'] : ['self'])}
        >
          Remettre sa voix
        </Button>
      ) : (
        <Button icon={<MicOff />} pending={pending} onClick={() => setOpen(true)} aria-haspopup="dialog">
          Retirer sa voix
        </Button>
      )}
      <Dialog
        title={`Retirer la voix ${ofName(name)} ?`}
        open={open}
        onClose={() => setOpen(false)}
        actions={
          <>
            <Button onClick={() => setOpen(false)}>Non, ne rien changer</Button>
            <Button variant="danger" icon={<MicOff />} onClick={withdraw}>
              Retirer sa voix
            </Button>
          </>
        }
      >
        <p>
          Chaque personne a le droit de retirer sa voix, sans donner de raison. Ce qui sera fabriqué à partir
          de maintenant sera sans ce passage.
        </p>
        <p>
          Si l’émission est déjà en ligne, la coordination est prévenue, et le podcast est refait sans elle.
          Les copies déjà téléchargées restent chez les gens.
        </p>
        {isMinor && (
          <RadioCards
            label="Qui le demande ?"
            name="by"
            choices={[
              { value: 'self', label: name },
              { value: 'parent', label: 'Un parent' },
            ]}
            defaultValue="self"
            onChoose={(value) => setBy(value === 'parent' ? 'parent' : 'self')}
          />
        )}
      </Dialog>
    </>
  )
}
