'use client'
import { CalendarClock, Podcast, RefreshCw, Undo2, X } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Act, Outcome } from '#app/_door/act.ts'
import { useAct } from '#app/_door/use-act.ts'
import type { ButtonVariant } from '#app/_ui/button-look.ts'
import { FormMessage } from '#app/_ui/form-message.tsx'
import { SubmitButton } from '#app/_ui/submit-button.tsx'
import { TextField } from '#app/_ui/text-field.tsx'
import { showToast } from '#app/_ui/toast-store.ts'
import {
  bringBackAction,
  cancelScheduleAction,
  publishLaterAction,
  publishNowAction,
  unpublishAction,
} from './actions.ts'

/**
 * Says a success beside the page: the button and its message are gone once the state has changed. `undo` is offered
 * there, and says what became of it.
 */
function said(action: Act<undefined>, undo?: () => Promise<Outcome>): Act<undefined> {
  const takeBack = undo && (async () => showToast({ text: (await undo()).words ?? '' }))
  return async (previous, given) => {
    const outcome = await action(previous, given)
    if (outcome.ok && outcome.words) showToast({ text: outcome.words, undo: takeBack })
    return outcome
  }
}

type OneButton = {
  episodeId: string
  action: Act<undefined>
  undo?: () => Promise<Outcome>
  icon: ReactNode
  variant?: ButtonVariant
  children: ReactNode
}

/** One thing to do, and what became of it. */
function OneButtonForm({ episodeId, action, undo, icon, variant = 'primary', children }: OneButton) {
  const { send, words, tone } = useAct(said(action, undo))
  return (
    <form action={send} className="grid grid-cols-1 justify-items-start gap-3">
      <input type="hidden" name="episodeId" value={episodeId} />
      <SubmitButton variant={variant} icon={icon}>
        {children}
      </SubmitButton>
      <FormMessage tone={tone}>{words}</FormMessage>
    </form>
  )
}

type Props = { episodeId: string }

export function PublishNow({ episodeId }: Props) {
  return (
    <OneButtonForm episodeId={episodeId} action={publishNowAction} icon={<Podcast />}>
      Publier maintenant
    </OneButtonForm>
  )
}

export function PublishAgain({ episodeId }: Props) {
  return (
    <OneButtonForm episodeId={episodeId} action={publishNowAction} icon={<RefreshCw />}>
      Mettre à jour ce qui est en ligne
    </OneButtonForm>
  )
}

export function Unpublish({ episodeId }: Props) {
  return (
    <OneButtonForm
      episodeId={episodeId}
      action={unpublishAction}
      undo={() => bringBackAction(null, { episodeId })}
      icon={<Undo2 />}
      variant="danger"
    >
      Retirer de la publication
    </OneButtonForm>
  )
}

export function CancelSchedule({ episodeId }: Props) {
  return (
    <OneButtonForm episodeId={episodeId} action={cancelScheduleAction} icon={<X />} variant="secondary">
      Annuler cette heure
    </OneButtonForm>
  )
}

/** A day and an hour, in the show's own time. `from` is the first day that may be chosen. */
export function PublishLater({
  episodeId,
  date,
  time,
  from,
}: Props & { date: string; time: string; from: string }) {
  const { send, words, tone, error, given, round } = useAct(said(publishLaterAction))
  return (
    <form action={send} className="grid grid-cols-1 gap-4" key={round} noValidate>
      <input type="hidden" name="episodeId" value={episodeId} />
      <div className="grid grid-cols-1 gap-4 sm:grid-cols-2">
        <TextField
          label="Jour"
          name="date"
          type="date"
          min={from}
          defaultValue={given('date', date)}
          error={error('date')}
        />
        <TextField
          label="Heure"
          name="time"
          type="time"
          defaultValue={given('time', time)}
          error={error('time')}
        />
      </div>
      <FormMessage tone={tone}>{words}</FormMessage>
      <div>
        <SubmitButton variant="secondary" icon={<CalendarClock />}>
          Publier à cette heure
        </SubmitButton>
      </div>
    </form>
  )
}
