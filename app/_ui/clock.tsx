import { formatDuration, type Milliseconds } from '#lib/time/duration.ts'
import { exactDurationWords } from './duration-words.ts'

/** A length in figures, `5:30` or `1:05:00`, that do not move when they change; read aloud in words. */
export function Clock({ durationMs, large }: { durationMs: Milliseconds; large?: boolean }) {
  return (
    <span className={`tabular whitespace-nowrap ${large ? 'font-title text-title' : ''}`}>
      <span aria-hidden="true">{formatDuration(durationMs)}</span>
      <span className="sr-only">{exactDurationWords(durationMs)}</span>
    </span>
  )
}
