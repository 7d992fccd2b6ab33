import { Podcast } from 'lucide-react'
import { found } from '#app/_door/found.ts'
import { requireRight } from '#app/_door/session.ts'
import { ButtonLink } from '#app/_ui/button-link.tsx'
import { Clock } from '#app/_ui/clock.tsx'
import { theDb } from '#lib/db/db.server.ts'
import { readEpisode } from '#lib/episode/episode.server.ts'
import { theFiles } from '#lib/machine/files.server.ts'
import { readMasters, readPlan } from '#lib/master/master.server.ts'
import { LeftOutList } from './left-out-list.tsx'
import { MakeMaster } from './make-master.tsx'
import { MasterReportView } from './master-report.tsx'

export const metadata = { title: 'Fabriquer' }

/** Makes the podcast master: what will be in it, the making, and the report of the last one. */
export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireRight('workspace.enter')
  const { id } = await params
  const [episode, plan, masters] = await found(
    Promise.all([
      readEpisode(theDb(), actor, id),
      readPlan(theDb(), actor, theFiles(), id),
      readMasters(theDb(), actor, id),
    ]),
  )
  const latest = masters.find(({ kind }) => kind === 'podcast')
  const running = latest && (latest.state === 'asked' || latest.state === 'rendering') ? latest : null
  const ready = masters.find(({ kind, state }) => kind === 'podcast' && state === 'ready')
  return (
    <div className="grid max-w-3xl gap-10">
      <section className="grid gap-4">
        <h2>La version podcast</h2>
        <p>
          Elle durera <Clock durationMs={plan.durationMs} />, avec {plan.lines.length}{' '}
          {plan.lines.length > 1 ? 'éléments' : 'élément'} mis au même niveau.
        </p>
        <LeftOutList leftOut={plan.leftOut} />
        <MakeMaster
          episodeId={id}
          running={running && { id: running.id, progress: running.progress }}
          failure={latest?.state === 'failed' ? (latest.failure ?? 'master.broken') : null}
          isStale={ready !== undefined && ready.rundownVersion !== episode.rundownVersion}
          hasMaster={ready !== undefined}
          isEmpty={plan.lines.length === 0}
        />
      </section>
      {ready && (
        <>
          <MasterReportView master={ready} />
          <p>
            <ButtonLink href={`/regie/emissions/${id}/publier`} variant="primary" icon={<Podcast />}>
              Passer à la publication
            </ButtonLink>
          </p>
        </>
      )}
    </div>
  )
}
