import { Printer } from 'lucide-react'
import { found } from '#app/_door/found.ts'
import { requireRight } from '#app/_door/session.ts'
import { ButtonLink } from '#app/_ui/button-link.tsx'
import { theDb } from '#lib/db/db.server.ts'
import { readEpisode } from '#lib/episode/episode.server.ts'
import { readShow } from '#lib/episode/show.server.ts'
import { can } from '#lib/people/can.ts'
import { readRundown } from '#lib/rundown/rundown.server.ts'
import { listLibrary } from '#lib/sound/sound.server.ts'
import { listStories } from '#lib/story/story.server.ts'
import { instantOf } from '#lib/time/airtime.ts'
import { RundownEditor } from './rundown-editor.tsx'

export const metadata = { title: 'Conducteur' }

/** The rundown: ordered, timed, joined to its stories and sounds. */
export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireRight('rundown.read')
  const { id } = await params
  const db = theDb()
  const [episode, show, rundown] = await found(
    Promise.all([readEpisode(db, actor, id), readShow(db), readRundown(db, actor, id)]),
  )
  const mayEdit = can(actor, 'rundown.edit', null)
  const [stories, clips] = mayEdit
    ? await Promise.all([listStories(db, actor), listLibrary(db, actor, { shelf: 'all' })])
    : [[], []]
  const imaging = await listLibrary(db, actor, { shelf: 'imaging' })
  const titles = new Map(imaging.map((sound) => [sound.id, sound.title]))
  const bedOf = (bedId: string | null) => (bedId === null ? null : (titles.get(bedId) ?? 'dans la corbeille'))
  return (
    <>
      <RundownEditor
        episodeId={id}
        mayEdit={mayEdit}
        lines={rundown.lines.map((line) => ({ ...line, bed: bedOf(line.bedId) }))}
        showStart={instantOf({ date: episode.airDate, time: episode.airTime, zone: show.timeZone })}
        zone={show.timeZone}
        targetMs={episode.targetMs}
        stories={stories.map(({ id: storyId, title }) => ({ value: storyId, label: title }))}
        clips={clips.map(({ id: clipId, title }) => ({ value: clipId, label: title }))}
        beds={imaging.flatMap((sound) =>
          sound.imaging === 'bed' ? [{ value: sound.id, label: sound.title }] : [],
        )}
      />
      <p className="mt-6 print:hidden">
        <ButtonLink href={`/regie/emissions/${id}/imprimer`} icon={<Printer />}>
          Version à imprimer
        </ButtonLink>
      </p>
    </>
  )
}
