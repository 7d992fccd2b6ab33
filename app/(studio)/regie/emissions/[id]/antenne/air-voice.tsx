import { phaseWords, titleOf } from '#app/_rundown/air-words.ts'
import type { Current } from '#lib/rundown/air-view.ts'

/** Says which line is on air, and when two minutes and one are left, to whoever does not look. */
export function AirVoice({ current }: { current: Current | null }) {
  if (!current) return <p role="status" className="sr-only" />
  const { phase } = current
  const words =
    phase === 'default' ? '' : phase === 'overtime' ? ' : temps dépassé' : ` : ${phaseWords[phase]}`
  return (
    <p role="status" className="sr-only">
      À l’antenne, {titleOf(current)}
      {words}
    </p>
  )
}
