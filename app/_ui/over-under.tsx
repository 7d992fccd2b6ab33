import { CircleCheck, Minus, TriangleAlert } from 'lucide-react'
import { formatSigned, type Milliseconds } from '#lib/time/duration.ts'
import { exactDurationWords } from './duration-words.ts'
import { type Tone, toneLook } from './tone.ts'

type Props = {
  /** Positive: too long. Negative: room left. */
  overMs: Milliseconds
  /** What counts as on time. 2 seconds unless said otherwise. */
  toleranceMs?: Milliseconds
  /** Two words and the figure, where there is little room. */
  brief?: boolean
}

/** How far a length is from what was asked: sign, words and figure. */
export function OverUnder({ overMs, toleranceMs = 2000, brief = false }: Props) {
  const { tone, Sign, words, few } = verdict(overMs, toleranceMs)
  return (
    <span
      className={`tabular inline-flex max-w-full items-center gap-2 rounded-tag border-2 px-2 py-0.5 font-bold ${toneLook[tone]}`}
    >
      <Sign size={20} />
      <span className="min-w-0">
        {brief ? few : words}{' '}
        <span aria-hidden="true" className="ml-1 whitespace-nowrap font-normal">
          {formatSigned(overMs)}
        </span>
      </span>
    </span>
  )
}

function verdict(overMs: Milliseconds, toleranceMs: Milliseconds) {
  const tone = (name: Tone) => name
  if (Math.abs(overMs) <= toleranceMs)
    return { tone: tone('ok'), Sign: CircleCheck, words: 'Juste à l’heure', few: 'À l’heure' }
  const by = exactDurationWords(overMs)
  if (overMs > 0)
    return { tone: tone('warn'), Sign: TriangleAlert, words: `Trop long de ${by}`, few: 'Trop long' }
  return { tone: tone('info'), Sign: Minus, words: `Il reste ${by}`, few: 'Il reste' }
}
