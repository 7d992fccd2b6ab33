'use client'
import { CalendarArrowUp } from 'lucide-react'
import { type FormEvent, startTransition, useState } from 'react'
import { Button } from '#app/_ui/button.tsx'
import type { ButtonVariant } from '#app/_ui/button-look.ts'
import { Dialog } from '#app/_ui/dialog.tsx'
import { FormMessage } from '#app/_ui/form-message.tsx'
import { SelectField } from '#app/_ui/select-field.tsx'
import { showToast } from '#app/_ui/toast-store.ts'
import { airWords, episodeName } from '#app/regie/emissions/air-words.ts'
import { moveBackAction, moveTargetsAction, moveToWeekAction } from './move-actions.ts'

type Target = { id: string; title: string; number: number; airDate: string; airTime: string }
type Props = {
  episodeId: string
  lineIds: readonly string[]
  /** What is moved, for the message: a line's or a story's title, "3 lignes". */
  name: string
  variant?: ButtonVariant
  /** Called once they are gone, so that a screen that holds them can let go. */
  onMoved?: () => void
}

/** A button that passes lines, with their stories, to another week's show; the message that follows brings them back. */
export function MoveToWeek({ episodeId, lineIds, name, variant = 'quiet', onMoved }: Props) {
  const [targets, setTargets] = useState<readonly Target[] | null>(null)
  const [open, setOpen] = useState(false)
  const [pending, setPending] = useState(false)
  const [trouble, setTrouble] = useState<string | null>(null)
  const ask = () => {
    setOpen(true)
    setTrouble(null)
    startTransition(async () => {
      const outcome = await moveTargetsAction(null, { episodeId })
      if (outcome.ok) setTargets(outcome.value)
      else setTrouble(outcome.words)
    })
  }
  const move = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const targetId = new FormData(event.currentTarget).get('targetId')
    setPending(true)
    startTransition(async () => {
      const outcome = await moveToWeekAction(null, { lineIds, targetId })
      setPending(false)
      if (!outcome.ok) return setTrouble(outcome.words)
      setOpen(false)
      onMoved?.()
      const target = targets?.find(({ id }) => id === targetId)
      const undo = () => bringBack(outcome.value)
      showToast({ text: `« ${name} » est passé au ${target ? airWords(target) : 'numéro choisi'}.`, undo })
    })
  }
  return (
    <>
      <Button
        variant={variant}
        icon={<CalendarArrowUp />}
        onClick={ask}
        aria-haspopup="dialog"
        aria-label={`Passer à une autre semaine : ${name}`}
      >
        Passer à une autre semaine
      </Button>
      <Dialog title="Passer à une autre semaine" open={open} onClose={() => setOpen(false)}>
        <p className="[overflow-wrap:anywhere]">{name}</p>
        <FormMessage tone="error">{trouble}</FormMessage>
        {targets?.length === 0 && (
          <p>Aucun autre numéro n’est prévu. Ajoutez-en un dans la saison, puis revenez.</p>
        )}
        {targets !== null && targets.length > 0 && (
          <form onSubmit={move} className="grid grid-cols-1 gap-4" noValidate>
            <SelectField
              label="Vers le numéro"
              name="targetId"
              options={targets.map((target) => ({
                value: target.id,
                label: `${airWords(target)} — ${episodeName(target)}`,
              }))}
            />
            <Button type="submit" variant="primary" icon={<CalendarArrowUp />} pending={pending}>
              Passer à cette semaine
            </Button>
          </form>
        )}
      </Dialog>
    </>
  )
}

async function bringBack(moved: unknown) {
  const outcome = await moveBackAction(null, moved)
  if (!outcome.ok) showToast({ text: outcome.words })
}
