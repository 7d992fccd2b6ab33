import { found } from '#app/_door/found.ts'
import { requireRight } from '#app/_door/session.ts'
import { theShow } from '#app/_show/current-show.ts'
import { PageHeader } from '#app/_ui/page-header.tsx'
import { theDb } from '#lib/db/db.server.ts'
import { previewTemplate, readTemplate } from '#lib/rundown/template-edit.server.ts'
import { formatDuration } from '#lib/time/duration.ts'
import { isRule } from '#lib/time/recurrence.ts'
import { choiceOf } from '#lib/time/rule-choice.ts'
import { TemplateForm } from './template-form.tsx'

export const metadata = { title: 'Modèle' }

/** One template: its lines, when its shows air and what they are called. */
export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireRight('workspace.enter')
  const { id } = await params
  const db = theDb()
  const [template, show] = await found(Promise.all([readTemplate(db, actor, id), theShow()]))
  const { name, rule, titlePattern, airTime, targetMs, daysAhead, items, seen, isFirst } = template
  const readable = rule === null || isRule(rule)
  const coming = readable ? await previewTemplate(db, actor, template, new Date()) : []
  return (
    <>
      <PageHeader title={name} back={{ href: '/regie/modeles', label: 'Modèles' }} />
      <TemplateForm
        template={{
          id,
          seen,
          name,
          titlePattern,
          airTime: airTime ?? '',
          target: targetMs === null ? '' : formatDuration(targetMs),
          daysAhead: String(daysAhead),
          choice: choiceOf(rule),
          items,
        }}
        usual={{ airTime: show.slotTime, target: formatDuration(show.targetMs), servesSlot: isFirst }}
        coming={coming}
      />
    </>
  )
}
