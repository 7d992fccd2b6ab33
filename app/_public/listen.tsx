import type { PublicationCard } from '#lib/publishing/publication.ts'
import { EpisodePlayer } from './episode-player.tsx'
import { episodeSounds } from './episode-sounds.ts'
import { heardEpisode } from './heard-episode.ts'

type Props = {
  episode: PublicationCard
  /** Name of the show, for the telephone's own controls. */
  show: string
  /** Where to start, in seconds, when the address says so. */
  startAt?: number | null
}

/** The player of an episode. Without script it is the browser's own, at the right place all the same. */
export function Listen({ episode, show, startAt = null }: Props) {
  return (
    <div id="ecouter" className="scroll-mt-4">
      <EpisodePlayer
        key={`${episode.guid} ${startAt}`}
        {...heardEpisode(episode, show)}
        sounds={episodeSounds(episode)}
        startAt={startAt}
      />
    </div>
  )
}
