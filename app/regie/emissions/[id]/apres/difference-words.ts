import { exactDurationWords } from '#app/_ui/duration-words.ts'
import { formatSigned, type Milliseconds } from '#lib/time/duration.ts'

/** How far what was is from what was planned: the figure with its sign, and in words. */
export function differenceWords(plannedMs: Milliseconds, actualMs: Milliseconds) {
  const byMs = Math.round(actualMs / 1000) * 1000 - Math.round(plannedMs / 1000) * 1000
  const length = exactDurationWords(Math.abs(byMs))
  const words = byMs === 0 ? 'comme prévu' : byMs > 0 ? `${length} de plus` : `${length} de moins`
  return { figure: formatSigned(byMs), words }
}
