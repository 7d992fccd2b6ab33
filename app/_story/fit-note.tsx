import { CircleCheck, type LucideIcon, Minus, TriangleAlert } from 'lucide-react'
import { type Tone, toneLook } from '#app/_ui/tone.ts'
import { type Fit, fitOf } from '#lib/story/length.ts'
import type { Milliseconds } from '#lib/time/duration.ts'
import { fitSentence, slotSentence } from './fit-words.ts'

const looks: Record<Fit['kind'], { tone: Tone; Sign: LucideIcon }> = {
  right: { tone: 'ok', Sign: CircleCheck },
  long: { tone: 'warn', Sign: TriangleAlert },
  short: { tone: 'info', Sign: Minus },
}

/** Too long, right or short for the line of the next show. Not spoken at each word: it is read when one comes to it. */
export function FitNote({ totalMs, slotMs }: { totalMs: Milliseconds; slotMs: Milliseconds }) {
  const { tone, Sign } = looks[fitOf(totalMs, slotMs).kind]
  return (
    <div
      className={`flex items-start gap-3 rounded-card border-2 px-[min(1rem,4vw)] py-3 print:hidden ${toneLook[tone]}`}
    >
      <span className="mt-1">
        <Sign />
      </span>
      <p className="tabular min-w-0 text-ink">
        {fitSentence(totalMs, slotMs)} <span className="text-ink-2">{slotSentence(slotMs)}</span>
      </p>
    </div>
  )
}
