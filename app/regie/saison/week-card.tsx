import { CalendarClock, CalendarOff, CalendarX, CircleDashed } from 'lucide-react'
import type { ReactNode } from 'react'
import { Badge } from '#app/_ui/badge.tsx'
import type { Tone } from '#app/_ui/tone.ts'
import { airWords } from '#app/regie/emissions/air-words.ts'
import type { SeasonEpisode } from '#lib/rundown/season.server.ts'
import type { SeasonWeek, WeekState } from '#lib/rundown/season.ts'
import { addDays } from '#lib/time/airtime.ts'
import { EpisodeRow } from './episode-row.tsx'
import { RestoreWeek, SkipWeek } from './skip-week.tsx'
import { stateWords, weekWords } from './week-words.ts'

const looks: Record<Exclude<WeekState, 'on'>, { tone: Tone; icon: ReactNode; pending?: boolean }> = {
  skipped: { tone: 'neutral', icon: <CalendarOff size={20} /> },
  coming: { tone: 'info', icon: <CalendarClock size={20} />, pending: true },
  hole: { tone: 'warn', icon: <CalendarX size={20} /> },
  past: { tone: 'neutral', icon: <CircleDashed size={20} />, pending: true },
}

/** A week of the season: its episodes, or in one line why it has none, and what can be done about it. */
export function WeekCard({ week, today }: { week: SeasonWeek<SeasonEpisode>; today: string }) {
  const { monday, state, isCurrent, episodes, airings, skipped } = week
  const name = weekWords(monday)
  const reason = [...new Set(skipped.map((one) => one.reason).filter(Boolean))].join(' · ')
  const isOver = addDays(monday, 6) < today
  // What else may have been begun, the verb looks at before it removes anything.
  const isBegun = episodes.some(
    ({ rundownVersion, stories, publishAt, publishedAt }) =>
      rundownVersion > 0 || stories.length > 0 || publishAt || publishedAt,
  )
  const maySkip = !isOver && !isBegun && airings.length + episodes.length > 0
  return (
    <section
      aria-label={name}
      className={`grid grid-cols-1 gap-3 rounded-card border-2 bg-surface px-4 py-3 ${isCurrent ? 'border-ink' : 'border-border'} ${state === 'on' ? '' : 'border-dashed'}`}
    >
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <div className="min-w-0 flex-1 basis-60">
          <h2 className="text-body">{name}</h2>
          {airings.map((airing) => (
            <p
              key={`${airing.airDate} ${airing.name}`}
              className="text-small text-ink-2 first-letter:uppercase"
            >
              {airWords(airing)}
              {airing.name && `, « ${airing.name} »`}
            </p>
          ))}
          {reason && <p className="text-small [overflow-wrap:anywhere]">{reason}</p>}
        </div>
        {isCurrent && <Badge tone="brick">Cette semaine</Badge>}
        {state !== 'on' && <Badge {...looks[state]}>{stateWords[state]}</Badge>}
        {maySkip && <SkipWeek monday={monday} name={name} />}
        {skipped.length > 0 && !isOver && <RestoreWeek monday={monday} name={name} reason={reason} />}
      </div>
      {episodes.map((episode) => (
        <EpisodeRow key={episode.id} episode={episode} mayMove={episode.airDate >= today} />
      ))}
    </section>
  )
}
