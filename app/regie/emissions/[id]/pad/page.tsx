import { ListOrdered, Podcast } from 'lucide-react'
import { found } from '#app/_door/found.ts'
import { requireRight } from '#app/_door/session.ts'
import { theShow } from '#app/_show/current-show.ts'
import { RefreshWhile } from '#app/_sound/refresh-while.tsx'
import { ButtonLink } from '#app/_ui/button-link.tsx'
import { theDb } from '#lib/db/db.server.ts'
import { readEpisode } from '#lib/episode/episode.server.ts'
import { theFiles } from '#lib/machine/files.server.ts'
import { readMasters, readPlan } from '#lib/master/master.server.ts'
import type { Actor } from '#lib/people/can.ts'
import { AskMaster } from './ask-master.tsx'
import { type Desk, deskOf, foreseen, isDone, isEmpty } from './desk.ts'
import { FindingList } from './finding-list.tsx'
import { MasterPanel } from './master-panel.tsx'
import { fileNameOf, MasterReportView } from './master-report.tsx'

export const metadata = { title: 'Fabriquer' }

/** Makes the two masters: what will be in each, the making, and the report of the last ones. */
export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireRight('workspace.enter')
  const { id } = await params
  const { episode, show, desks } = await found(readDesks(actor, id))
  const possible = desks.filter((desk) => !isEmpty(desk))
  const isRunning = desks.some(({ running }) => running !== null)
  const podcast = desks.find(({ kind }) => kind === 'podcast')
  return (
    <div className="grid gap-10">
      <RefreshWhile active={isRunning} />
      <div className="grid gap-6">
        <div className="grid items-start gap-6 min-[60rem]:grid-cols-2">
          {desks.map((desk) => (
            <MasterPanel key={desk.kind} episodeId={id} desk={desk} isMain={possible.length === 1} />
          ))}
        </div>
        <BeforeMaking episodeId={id} desks={desks} />
        {possible.length > 1 && !isRunning && (
          <AskBoth episodeId={id} isDone={desks.every(isDone)} isAgain={desks.every(({ ready }) => ready)} />
        )}
      </div>
      {desks.map(
        ({ ready, kind, mostDbtp, slotMs }) =>
          ready && (
            <MasterReportView
              key={kind}
              master={ready}
              zone={show.timeZone}
              limits={{ mostDbtp, slotMs }}
              fileName={fileNameOf(ready, show.name, episode)}
            />
          ),
      )}
      {podcast?.ready && (
        <p>
          <ButtonLink
            href={`/regie/emissions/${id}/publier`}
            variant={desks.every(isDone) ? 'primary' : 'secondary'}
            icon={<Podcast />}
          >
            Passer à la publication
          </ButtonLink>
        </p>
      )}
    </div>
  )
}

async function readDesks(actor: Actor, id: string) {
  const [db, files] = [theDb(), theFiles()]
  const [episode, show, masters, antenne, podcast] = await Promise.all([
    readEpisode(db, actor, id),
    theShow(),
    readMasters(db, actor, id),
    readPlan(db, actor, files, id, 'antenne'),
    readPlan(db, actor, files, id, 'podcast'),
  ])
  const now = { masters, version: episode.rundownVersion }
  const desks = [
    deskOf({ ...now, kind: 'antenne', plan: antenne, mostDbtp: show.antenneDbtp, slotMs: episode.targetMs }),
    deskOf({ ...now, kind: 'podcast', plan: podcast, mostDbtp: show.podcastDbtp, slotMs: null }),
  ]
  return { episode, show, desks }
}

/** What the plan already tells, while it can still be mended before the making. */
function BeforeMaking({ episodeId, desks }: { episodeId: string; desks: readonly Desk[] }) {
  const findings = foreseen(desks.filter((desk) => !isDone(desk)))
  if (findings.length === 0) return null
  return (
    <section className="grid gap-3">
      <h2>À écouter avant de fabriquer</h2>
      <FindingList findings={findings} />
      <p>
        <ButtonLink href={`/regie/emissions/${episodeId}/conducteur`} icon={<ListOrdered />}>
          Ouvrir le conducteur
        </ButtonLink>
      </p>
    </section>
  )
}

function AskBoth({ episodeId, isDone, isAgain }: { episodeId: string; isDone: boolean; isAgain: boolean }) {
  const label = isAgain ? 'Refaire les deux' : 'Fabriquer les deux'
  const form = (
    <AskMaster
      episodeId={episodeId}
      kinds={['antenne', 'podcast']}
      label={label}
      isMain={!isDone}
      wide={!isDone}
    />
  )
  if (isDone) return form
  return <div className="sticky bottom-(--nav-height,0px) -mx-1 bg-paper px-1 py-2">{form}</div>
}
