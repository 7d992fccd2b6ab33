import { found } from '#app/_door/found.ts'
import { requireRight } from '#app/_door/session.ts'
import { theShow } from '#app/_show/current-show.ts'
import { theDb } from '#lib/db/db.server.ts'
import { readEpisode } from '#lib/episode/episode.server.ts'
import { can } from '#lib/people/can.ts'
import { readRundownState } from '#lib/rundown/rundown.server.ts'
import { listLibrary, type Sound } from '#lib/sound/sound.server.ts'
import { listStories } from '#lib/story/list-stories.server.ts'
import { instantOf } from '#lib/time/airtime.ts'
import { ReadingLinks } from './reading-links.tsx'
import { RundownEditor } from './rundown-editor.tsx'
import { RundownPapers } from './rundown-papers.tsx'

export const metadata = { title: 'Conducteur' }

/** The rundown: ordered, timed, joined to its stories and sounds. */
export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireRight('rundown.read')
  const { id } = await params
  const db = theDb()
  const [episode, show, rundown] = await found(
    Promise.all([readEpisode(db, actor, id), theShow(), readRundownState(db, actor, id)]),
  )
  const mayEdit = can(actor, 'rundown.edit', null)
  const [stories, clips] = mayEdit
    ? await Promise.all([listStories(db, actor), listLibrary(db, actor, { shelf: 'all' })])
    : [[], []]
  const imaging = await listLibrary(db, actor, { shelf: 'imaging' })
  return (
    <>
      <RundownEditor
        episodeId={id}
        memberId={actor.memberId}
        mayEdit={mayEdit}
        initial={rundown}
        frame={{
          showStart: instantOf({ date: episode.airDate, time: episode.airTime, zone: show.timeZone }),
          zone: show.timeZone,
          targetMs: episode.targetMs,
          beds: Object.fromEntries(imaging.map((sound) => [sound.id, sound.title])),
        }}
        choices={{
          stories: stories.map(({ id: storyId, title, author, state, readingMs }) => ({
            ...{ id: storyId, title, author, state, readingMs },
          })),
          clips: clips.map(clipChoice),
          beds: imaging
            .filter((sound) => sound.imaging === 'bed')
            .map(({ id: bedId, title }) => ({ id: bedId, title })),
        }}
        own={show.rundownColumns}
      />
      <section aria-label="Écrans pour lire" className="mt-8 flex flex-wrap gap-2 print:hidden">
        <ReadingLinks episodeId={id} />
      </section>
      <RundownPapers episodeId={id} mayEdit={mayEdit} />
    </>
  )
}

const clipChoice = ({ id, title, durationMs, imaging, music }: Sound) => ({
  ...{ id, title, durationMs, imaging },
  isMusic: music !== null,
})
