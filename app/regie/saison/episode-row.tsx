import { ChevronDown, ListOrdered } from 'lucide-react'
import { ButtonLink } from '#app/_ui/button-link.tsx'
import { Clock } from '#app/_ui/clock.tsx'
import { OverUnder } from '#app/_ui/over-under.tsx'
import { MoveToWeek } from '#app/regie/emissions/[id]/conducteur/move-to-week.tsx'
import { airWords, episodeName } from '#app/regie/emissions/air-words.ts'
import { EpisodeBadge } from '#app/regie/emissions/episode-card.tsx'
import type { SeasonEpisode } from '#lib/rundown/season.server.ts'

/** An episode in its week: its state, its length against its slot, its stories. */
export function EpisodeRow({ episode, mayMove }: { episode: SeasonEpisode; mayMove: boolean }) {
  const { id, number, totalMs, targetMs, lineCount, stories } = episode
  return (
    <article className="grid grid-cols-1 gap-3 border-t-2 border-border pt-3">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <h3 className="min-w-0">{episodeName(episode)}</h3>
        <EpisodeBadge episode={episode} />
      </div>
      <p className="text-ink-2">
        N° {number} · {airWords(episode)}
      </p>
      <p className="flex flex-wrap items-center gap-x-4 gap-y-2">
        {lineCount === 0 ? (
          'Le conducteur est encore vide.'
        ) : (
          <>
            <Clock durationMs={totalMs} /> <OverUnder overMs={totalMs - targetMs} />
          </>
        )}
      </p>
      {stories.length > 0 && (
        <details className="group">
          <summary className="inline-flex min-h-12 cursor-pointer items-center gap-2 font-bold">
            <ChevronDown className="transition-transform group-open:rotate-180" />
            {stories.length === 1 ? '1 sujet' : `${stories.length} sujets`}
          </summary>
          <ul className="grid grid-cols-1 gap-2">
            {stories.map((story) => (
              <li
                key={story.id}
                className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-b-2 border-border py-1"
              >
                <span className="min-w-0 [overflow-wrap:anywhere]">{story.title}</span>
                {mayMove && <MoveToWeek episodeId={id} lineIds={story.lineIds} name={story.title} />}
              </li>
            ))}
          </ul>
        </details>
      )}
      <div>
        <ButtonLink href={`/regie/emissions/${id}/conducteur`} icon={<ListOrdered />}>
          Conducteur
        </ButtonLink>
      </div>
    </article>
  )
}
