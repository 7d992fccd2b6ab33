'use client'
import { CalendarOff, CalendarPlus } from 'lucide-react'
import { startTransition, useState } from 'react'
import type { Outcome } from '#app/_door/act.ts'
import { useAct } from '#app/_door/use-act.ts'
import { Button } from '#app/_ui/button.tsx'
import { Dialog } from '#app/_ui/dialog.tsx'
import { FormMessage } from '#app/_ui/form-message.tsx'
import { SubmitButton } from '#app/_ui/submit-button.tsx'
import { TextField } from '#app/_ui/text-field.tsx'
import { showToast } from '#app/_ui/toast-store.ts'
import { restoreWeekAction, skipWeekAction } from './actions.ts'

type Props = { monday: string; name: string }

/** Leaves a week without a show, with a reason for those who look later; offers it back. */
export function SkipWeek({ monday, name }: Props) {
  const [open, setOpen] = useState(false)
  const { send, error, given, words, tone, round } = useAct(
    async (previous: Outcome | null, form: unknown) => {
      const outcome = await skipWeekAction(previous, form)
      if (outcome.ok) {
        setOpen(false)
        const undo = () => restore(monday)
        showToast({ text: `${name} : pas d’émission.`, undo })
      }
      return outcome
    },
  )
  return (
    <>
      <Button
        variant="quiet"
        icon={<CalendarOff />}
        onClick={() => setOpen(true)}
        aria-haspopup="dialog"
        aria-label={`Sauter cette semaine : ${name}`}
      >
        Sauter cette semaine
      </Button>
      <Dialog title="Sauter cette semaine" open={open} onClose={() => setOpen(false)}>
        <form action={send} className="grid grid-cols-1 gap-4" key={round} noValidate>
          <p>{name}. Aucun numéro ne sera préparé.</p>
          <input type="hidden" name="monday" value={monday} />
          <TextField
            label="Pourquoi"
            hint="Par exemple : vacances, jour férié."
            optional
            name="reason"
            defaultValue={given('reason')}
            error={error('reason')}
            autoComplete="off"
          />
          <FormMessage tone={tone}>{words}</FormMessage>
          <SubmitButton icon={<CalendarOff />}>Sauter la semaine</SubmitButton>
        </form>
      </Dialog>
    </>
  )
}

/** Brings a skipped week back, with the episodes that went. */
export function RestoreWeek({ monday, name, reason }: Props & { reason: string }) {
  const bring = () =>
    startTransition(async () => {
      if (!(await restore(monday))) return
      const undo = () => skipWeekAction(null, { monday, reason })
      showToast({ text: `${name} : l’émission est remise.`, undo })
    })
  return (
    <Button icon={<CalendarPlus />} onClick={bring} aria-label={`Remettre : ${name}`}>
      Remettre
    </Button>
  )
}

async function restore(monday: string): Promise<boolean> {
  const outcome = await restoreWeekAction(null, { monday })
  if (!outcome.ok) showToast({ text: outcome.words })
  return outcome.ok
}
