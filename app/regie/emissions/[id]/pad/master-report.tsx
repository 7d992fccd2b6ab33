import { Download } from 'lucide-react'
import { sizeWords } from '#app/_sound/size-words.ts'
import { ButtonLink } from '#app/_ui/button-link.tsx'
import { Clock } from '#app/_ui/clock.tsx'
import { Player } from '#app/_ui/player.tsx'
import { slugOf } from '#lib/episode/slug.ts'
import { findingsOf, type Measured } from '#lib/master/findings.ts'
import { joinsOf } from '#lib/master/joins.ts'
import type { Master } from '#lib/master/master.server.ts'
import { FindingList } from './finding-list.tsx'
import { FollowLinks } from './follow-links.tsx'
import { JoinPlayer } from './join-player.tsx'
import { LevelCurve } from './level-curve.tsx'
import { LightCopies } from './light-copies.tsx'
import { LineTable } from './line-table.tsx'
import { MasterFigures } from './master-figures.tsx'
import { masterWords } from './master-words.ts'

const endingOf = ({ file }: Pick<Master, 'file'>) => file?.split('.').at(-1) ?? 'mp3'

/** How the file is called on the disk of whoever downloads it: show, number, day, use. */
export function fileNameOf(
  master: Master,
  show: string,
  episode: { number: number; airDate: string },
): string {
  const use = master.kind === 'antenne' ? 'antenne' : 'podcast'
  return `${slugOf(show)}-${episode.number}-${episode.airDate}-${use}.${endingOf(master)}`
}

type Props = {
  master: Master
  zone: string
  limits: Pick<Measured, 'mostDbtp' | 'slotMs'>
  fileName: string
}

/** What became of a master: words first, then the sound, the figures, the curve. */
export function MasterReportView({ master, zone, limits, fileName }: Props) {
  const { kind, report, chapters, finishedAt } = master
  const words = masterWords[kind]
  const durationMs = master.durationMs ?? 0
  const src = `/masters/${master.id}.${endingOf(master)}`
  const lines = report?.lines ?? []
  const joins = joinsOf(
    lines.map((line) => ({ ...line, title: line.title || 'Virgule' })),
    durationMs,
  )
  const findings = report ? findingsOf(report, { ...master, durationMs, ...limits }) : []
  const weight = sizeWords(master.sizeBytes ?? 0)
  return (
    <section
      id={`resultat-${kind}`}
      aria-labelledby={`titre-${kind}`}
      className="grid gap-6 border-t-2 border-border pt-8"
    >
      <header className="grid gap-1">
        <h2 id={`titre-${kind}`}>{words.result}</h2>
        {finishedAt && <p className="text-ink-2">Fabriqué {whenWords(finishedAt, zone)}.</p>}
      </header>
      <div className="grid items-start gap-x-10 gap-y-6 min-[60rem]:grid-cols-[minmax(0,1fr)_auto]">
        <FollowLinks>
          <FindingList findings={findings} src={src} />
          <Player src={src} title={words.title} durationMs={durationMs} />
          <p>
            <ButtonLink href={src} icon={<Download />} download={fileName}>
              {words.download} ({weight})
            </ButtonLink>
          </p>
          <LightCopies master={master} fileName={fileName} />
        </FollowLinks>
        <MasterFigures master={master} weight={weight} />
      </div>
      {joins.length > 0 && <JoinPlayer src={src} joins={joins} durationMs={durationMs} />}
      {report && <LevelCurve report={report} findings={findings} durationMs={durationMs} />}
      <LineTable lines={lines} />
      {kind === 'podcast' && (
        <details>
          <summary className="min-h-12 py-2 font-bold">Les chapitres ({chapters?.length ?? 0})</summary>
          <ol className="tabular grid gap-1">
            {chapters?.map((chapter) => (
              <li key={chapter.startMs}>
                <Clock durationMs={chapter.startMs} /> {chapter.title}
              </li>
            ))}
          </ol>
        </details>
      )}
    </section>
  )
}

/** « vendredi 27 novembre à 18 h 45 », in the show's time. */
function whenWords(at: Date, timeZone: string): string {
  const day = { weekday: 'long', day: 'numeric', month: 'long', timeZone } as const
  const time = { hour: 'numeric', minute: '2-digit', timeZone } as const
  const [hour, minute] = at.toLocaleTimeString('fr-FR', time).split(':')
  return `${at.toLocaleDateString('fr-FR', day)} à ${Number(hour)} h ${minute}`
}
