import { OctagonX, Check as Tick, TriangleAlert } from 'lucide-react'
import { FoldSummary } from '#app/_ui/fold-summary.tsx'
import type { Check } from '#lib/publishing/self-check.ts'
import { checkedWords, wrongWords } from './check-words.ts'

/** What was asked of the real files and addresses: calm when all is well, and open on what is not. */
export function CheckReport({ checks }: { checks: readonly Check[] }) {
  const wrong = checks.filter(({ result }) => result !== 'ok')
  const right = checks.filter(({ result }) => result === 'ok')
  return (
    <section className="grid grid-cols-1 gap-3" aria-labelledby="verifications">
      <h2 id="verifications">Vérifications</h2>
      {wrong.length === 0 && (
        <p>Tout est bon. On a demandé chaque fichier comme le fera une application de podcasts.</p>
      )}
      {wrong.length > 0 && (
        <ul className="grid grid-cols-1 gap-3">
          {wrong.map((check) => (
            <Wrong key={check.rule} check={check} />
          ))}
        </ul>
      )}
      <details className="rounded-card border-2 border-border bg-surface p-gutter">
        <FoldSummary>{rightWords(right.length)}</FoldSummary>
        <ul className="mt-3 grid grid-cols-1 gap-2">
          {right.map((check) => (
            <li key={check.rule} className="flex items-start gap-3">
              <Tick className="mt-1 flex-none text-ok" />
              <span className="min-w-0">{checkedWords(check)}</span>
            </li>
          ))}
        </ul>
      </details>
    </section>
  )
}

function Wrong({ check }: { check: Check }) {
  const stops = check.result === 'stop'
  const look = stops ? 'border-error bg-error-soft' : 'border-warn bg-warn-soft'
  return (
    <li className={`flex items-start gap-3 rounded-card border-2 p-4 ${look}`}>
      {stops ? (
        <OctagonX className="mt-1 flex-none text-error" />
      ) : (
        <TriangleAlert className="mt-1 flex-none text-warn" />
      )}
      <span className="min-w-0">
        <strong>{stops ? 'Empêche de publier : ' : 'À regarder : '}</strong>
        {wrongWords(check)}
      </span>
    </li>
  )
}

function rightWords(count: number): string {
  return count > 1 ? `${count} vérifications sont bonnes` : `${count} vérification est bonne`
}
