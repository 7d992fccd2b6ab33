import { CalendarClock, CircleDashed, SquarePen } from 'lucide-react'
import { Badge } from '#app/_ui/badge.tsx'
import { ButtonLink } from '#app/_ui/button-link.tsx'
import { Card } from '#app/_ui/card.tsx'
import { Clock } from '#app/_ui/clock.tsx'
import type { ShownTemplate } from '#lib/rundown/template-edit.server.ts'
import { choiceOf } from '#lib/time/rule-choice.ts'
import { dayNames, ruleWords } from './rule-words.ts'
import { CopyTemplate, RemoveTemplate } from './template-tools.tsx'

type Slot = { slotWeekday: number | null; slotTime: string }

/** One template: how long it is, when its shows air, and what can be done with it. */
export function TemplateCard({ template, slot }: { template: ShownTemplate; slot: Slot }) {
  const { id, name, items, rule, isFirst } = template
  const totalMs = items.reduce((sum, { plannedMs }) => sum + plannedMs, 0)
  const plans = rule !== null || (isFirst && slot.slotWeekday !== null)
  return (
    <Card
      title={name}
      aside={
        plans ? (
          <Badge tone="ok" icon={<CalendarClock size={20} />}>
            Prépare les numéros
          </Badge>
        ) : (
          <Badge pending icon={<CircleDashed size={20} />}>
            Sur demande
          </Badge>
        )
      }
      actions={
        <>
          <ButtonLink href={`/regie/modeles/${id}`} icon={<SquarePen />}>
            Ouvrir
          </ButtonLink>
          <CopyTemplate templateId={id} />
          <RemoveTemplate templateId={id} name={name} />
        </>
      }
    >
      <p className="first-letter:uppercase">{whenWords(template, slot)}</p>
      <p className="text-ink-2">
        {items.length === 1 ? '1 ligne' : `${items.length} lignes`} · <Clock durationMs={totalMs} />
      </p>
    </Card>
  )
}

function whenWords({ rule, isFirst, airTime }: ShownTemplate, { slotWeekday, slotTime }: Slot): string {
  if (rule !== null) return `${ruleWords(choiceOf(rule))}, à ${airTime ?? slotTime}.`
  if (!isFirst) return 'Pour les numéros que vous préparez vous-même.'
  if (slotWeekday === null) return 'Le jour de l’émission n’est pas encore fixé dans les réglages.'
  return `chaque semaine le ${dayNames[slotWeekday - 1]}, à ${airTime ?? slotTime} : la case de l’émission.`
}
