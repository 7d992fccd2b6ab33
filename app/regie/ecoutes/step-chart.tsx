import { useId } from 'react'
import { FoldSummary } from '#app/_ui/fold-summary.tsx'
import type { Told } from '#lib/report/figures.ts'
import type { Step } from '#lib/report/period.ts'
import { stepWords, toldWords } from './figure-words.ts'

type Count = { step: Step; told: Told }
type Props = { title: string; steps: readonly Count[] }

const WIDE = 310
const HIGH = 90
/** Where the columns stand; below it are the rings of what is hidden. */
const GROUND = 80

/** Downloads one day, or one month, after the other: a drawing, its words, and the same as a table. */
export function StepChart({ title, steps }: Props) {
  const id = useId()
  const [first, last] = [steps.at(0), steps.at(-1)]
  return (
    <section className="grid grid-cols-1 gap-3">
      <h2>{title}</h2>
      <svg
        viewBox={`0 0 ${WIDE} ${HIGH}`}
        role="img"
        aria-labelledby={`${id}-title ${id}-desc`}
        className="block w-full max-w-4xl rounded-card border-2 border-border bg-surface p-2"
      >
        <title id={`${id}-title`}>{title}</title>
        <desc id={`${id}-desc`}>{chartWords(steps)}</desc>
        <path d={`M0 ${GROUND}H${WIDE}`} className="stroke-border" />
        {steps.map((one, at) => (
          <Column key={one.step} share={shareOf(one, steps)} at={at} of={steps.length} />
        ))}
      </svg>
      <p
        aria-hidden="true"
        className="flex max-w-4xl flex-wrap justify-between gap-x-4 text-small text-ink-2"
      >
        <span>{first && stepWords(first.step)}</span>
        {last !== first && <span>{last && stepWords(last.step)}</span>}
      </p>
      <p>{chartWords(steps)} Un rond vide veut dire : moins de 5.</p>
      <details>
        <FoldSummary>Les mêmes chiffres en tableau</FoldSummary>
        <StepTable title={title} steps={steps} />
      </details>
    </section>
  )
}

/** Null for what is hidden. */
function shareOf({ told }: Count, steps: readonly Count[]): number | null {
  return told === null ? null : told / Math.max(1, ...steps.map((one) => one.told ?? 0))
}

function Column({ share, at, of }: { share: number | null; at: number; of: number }) {
  const room = WIDE / of
  if (share === null)
    return <circle cx={(at + 0.5) * room} cy={GROUND + 5} r="2.5" className="fill-none stroke-ink-2" />
  const wide = Math.min(room * 0.7, 24)
  const high = share * (GROUND - 5)
  return (
    <rect
      x={(at + 0.5) * room - wide / 2}
      y={GROUND - high}
      width={wide}
      height={high}
      className="fill-pine"
    />
  )
}

function StepTable({ title, steps }: Props) {
  return (
    <table className="mt-2 w-full max-w-xl table-fixed border-collapse text-left">
      <caption className="sr-only">{title}</caption>
      <thead className="sr-only">
        <tr>
          <th scope="col">Quand</th>
          <th scope="col">Téléchargements</th>
        </tr>
      </thead>
      <tbody>
        {steps.map(({ step, told }) => (
          <tr key={step} className="border-b-2 border-border">
            <th scope="row" className="w-3/5 py-2 pr-3 font-normal [overflow-wrap:anywhere]">
              {stepWords(step)}
            </th>
            <td className="tabular py-2 text-right font-bold">{toldWords(told)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function chartWords(steps: readonly Count[]): string {
  const highest = steps.reduce<Count | null>(
    (best, one) => ((one.told ?? 0) > (best?.told ?? 0) ? one : best),
    null,
  )
  if (!highest) return 'Moins de 5 partout.'
  return `Le plus haut\u00a0: ${toldWords(highest.told)}, ${stepWords(highest.step)}.`
}
