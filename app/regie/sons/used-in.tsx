import Link from 'next/link'
import { dayOf } from '#app/_sound/use-words.ts'
import { episodeName } from '#app/regie/emissions/air-words.ts'
import type { Use } from '#lib/rundown/uses.server.ts'

const shownAtOnce = 3

/** The shows that play a sound, with a way to their rundown; the older ones behind a line. */
export function UsedIn({ uses }: { uses: readonly Use[] }) {
  if (uses.length === 0) return null
  const others = uses.slice(shownAtOnce)
  return (
    <div>
      <p className="font-bold">Utilisé dans</p>
      <UseList uses={uses.slice(0, shownAtOnce)} />
      {others.length > 0 && (
        <details>
          <summary className="min-h-12 py-2 underline underline-offset-4">
            {others.length === 1
              ? 'Et une émission plus ancienne'
              : `Et ${others.length} émissions plus anciennes`}
          </summary>
          <UseList uses={others} />
        </details>
      )}
    </div>
  )
}

function UseList({ uses }: { uses: readonly Use[] }) {
  return (
    <ul>
      {uses.map((use) => (
        <li key={use.episodeId}>
          <Link href={`/regie/emissions/${use.episodeId}/conducteur`} className="inline-block min-h-12 py-2">
            {dayOf(use.airDate, new Date().getFullYear())} : {episodeName(use)}
          </Link>{' '}
          <span className="text-ink-2">{linesWords(use)}</span>
        </li>
      ))}
    </ul>
  )
}

function linesWords({ lines }: Use): string {
  if (lines.length === 0) return 'Toute l’émission'
  return lines
    .map(({ title, as }) => {
      const line = title ? `«\u00a0${title}\u00a0»` : 'une ligne sans titre'
      return as === 'bed' ? `sous ${line}` : line
    })
    .join(', ')
}
