import { Player } from '#app/_ui/player.tsx'
import { audioPath } from '#lib/publishing/addresses.ts'
import type { PublicationCard } from '#lib/publishing/publication.ts'

type Props = {
  episode: PublicationCard
  /** Where to start, in seconds, when the address says so. */
  startAt?: number | null
}

/** The player of an episode. Without script it is the browser's own, at the right place all the same. */
export function Listen({ episode, startAt = null }: Props) {
  const from = startAt === null ? '' : `#t=${startAt}`
  return (
    <div id="ecouter" className="scroll-mt-4">
      <Player
        key={from}
        src={audioPath(episode.masterId) + from}
        title={episode.title}
        durationMs={episode.durationMs}
        {...(startAt === null ? { resumeKey: episode.guid } : {})}
      />
    </div>
  )
}
