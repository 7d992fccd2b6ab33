import { Badge } from '#app/_ui/badge.tsx'
import { ToneSign } from '#app/_ui/tone-sign.tsx'
import type { Finding } from '#lib/master/findings.ts'
import { formatDuration } from '#lib/time/duration.ts'
import { type SaidFinding, sayFinding } from './finding-words.ts'

/** A little earlier than what one wants to hear. */
const leadMs = 2000
const signLook = { warn: 'text-warn', info: 'text-sky', ok: 'text-pine' }

/** What is worth hearing again, in words, the weightiest first. With `src` each place can be listened to. */
export function FindingList({ findings, src }: { findings: readonly Finding[]; src?: string }) {
  const said = findings.map(sayFinding)
  const good = said.filter(({ tone }) => tone === 'ok')
  const others = said.filter(({ tone }) => tone !== 'ok')
  return (
    <div className="grid gap-3">
      {good.map(({ words }) => (
        <p key={words}>
          <Badge tone="ok">{words}</Badge>
        </p>
      ))}
      {others.length > 0 && (
        <ul className="grid gap-2">
          {others.map((finding) => (
            <li key={finding.words} className="flex items-start gap-3">
              <span className={`mt-1 ${finding.tone === 'warn' ? signLook.warn : signLook.info}`}>
                <ToneSign tone={finding.tone} />
              </span>
              <span className="measure min-w-0">
                {finding.words} {src && <Listen finding={finding} src={src} />}
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function Listen({ finding, src }: { finding: SaidFinding; src: string }) {
  return finding.times.map((atMs) => {
    const from = Math.max(0, atMs - leadMs) / 1000
    return (
      <a
        key={atMs}
        href={`${src}#t=${from}`}
        data-at={from}
        className="tabular mr-2 inline-flex min-h-12 items-center"
      >
        Écouter à {formatDuration(atMs)}
      </a>
    )
  })
}
