import { LayoutTemplate } from 'lucide-react'
import { requireRight } from '#app/_door/session.ts'
import { theShow } from '#app/_show/current-show.ts'
import { ButtonLink } from '#app/_ui/button-link.tsx'
import { PageHeader } from '#app/_ui/page-header.tsx'
import { theDb } from '#lib/db/db.server.ts'
import { readSeason } from '#lib/rundown/season.server.ts'
import { readTemplates } from '#lib/rundown/template.server.ts'
import { localParts, nextSlot } from '#lib/time/airtime.ts'
import { AddEpisode } from './add-episode.tsx'
import { Balance } from './balance.tsx'
import { SeasonLinks } from './season-links.tsx'
import { WeekCard } from './week-card.tsx'

export const metadata = { title: 'Saison' }

/** The season week by week: what airs, what is missing, what is skipped, and how its subjects are spread. */
export default async function Page({ searchParams }: { searchParams: Promise<{ saison?: string }> }) {
  const actor = await requireRight('workspace.enter', '/regie/saison')
  const { saison } = await searchParams
  const [db, now] = [theDb(), new Date()]
  const asked = typeof saison === 'string' ? saison : null
  const [view, show, templates] = await Promise.all([
    readSeason(db, actor, asked, now),
    theShow(),
    readTemplates(db, actor),
  ])
  const { slotWeekday, slotTime, timeZone } = show
  const slot = { weekday: slotWeekday ?? 1, time: slotTime }
  const next = localParts(nextSlot(slot, now.getTime(), timeZone), timeZone).date
  return (
    <>
      <PageHeader
        title={`Saison ${view.season}`}
        standfirst="Chaque semaine, son émission."
        actions={
          <>
            <AddEpisode templates={templates} airDate={next} airTime={slotTime} />
            <ButtonLink href="/regie/modeles" icon={<LayoutTemplate />}>
              Modèles
            </ButtonLink>
          </>
        }
      />
      <SeasonLinks seasons={view.seasons} current={view.season} />
      <section aria-label="Semaines" className="mt-6">
        <ol className="grid grid-cols-1 gap-3">
          {view.weeks.map((week) => (
            <li key={week.monday}>
              <WeekCard week={week} today={localParts(now.getTime(), timeZone).date} />
            </li>
          ))}
        </ol>
      </section>
      <section className="mt-12 grid grid-cols-1 gap-6">
        <h2>L’équilibre de la saison</h2>
        <div className="grid grid-cols-1 gap-8 lg:grid-cols-2">
          <Balance title="Par rubrique" shares={view.rubrics} without="Sans rubrique" />
          <Balance title="Par thème" shares={view.themes} without="Sans thème" />
        </div>
      </section>
    </>
  )
}
