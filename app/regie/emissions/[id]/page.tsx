import { found } from '#app/_door/found.ts'
import { requireRight } from '#app/_door/session.ts'
import { theDb } from '#lib/db/db.server.ts'
import { readEpisode } from '#lib/episode/episode.server.ts'
import { formatDuration } from '#lib/time/duration.ts'
import { AppsForm } from './apps-form.tsx'
import { EpisodeForm } from './episode-form.tsx'
import { EpisodeTools } from './episode-tools.tsx'

export const metadata = { title: 'Fiche du numéro' }

/** What an episode is called, says of itself, and when it airs. */
export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireRight('workspace.enter')
  const { id } = await params
  const episode = await found(readEpisode(theDb(), actor, id))
  const { title, summary, number, airDate, airTime, soundbite: bite } = episode
  return (
    <div className="grid max-w-2xl gap-12">
      <EpisodeForm
        episodeId={id}
        isRecorded={episode.isRecorded}
        values={{
          title,
          summary,
          number: String(number),
          airDate,
          airTime,
          target: formatDuration(episode.targetMs),
        }}
      />
      <AppsForm
        episodeId={id}
        kind={episode.kind}
        bite={{
          start: bite ? formatDuration(bite.startMs) : '',
          length: bite ? formatDuration(bite.durationMs) : '',
          title: bite?.title ?? '',
        }}
      />
      <EpisodeTools episodeId={id} isPublished={episode.publishedAt !== null} />
    </div>
  )
}
