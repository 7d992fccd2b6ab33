import type { Finding } from '#lib/master/findings.ts'
import type { MasterReport } from '#lib/master/report.ts'
import {
  curvePath,
  heightOf,
  namedLines,
  nameSize,
  namesHigh,
  placeOf,
  plotHigh,
  shortened,
  wide,
} from './curve-drawing.ts'
import { lineName } from './line-table.tsx'
import { figure } from './master-words.ts'

type Props = { report: MasterReport; findings: readonly Finding[]; durationMs: number }
const top = 22

/** How loud a master is from its start to its end: lines in turn, the level that was aimed at, what stands out. */
export function LevelCurve({ report, findings, durationMs }: Props) {
  if (report.curve.length === 0 || durationMs <= 0) return null
  const { lines, targetLufs } = report
  const target = heightOf(targetLufs, targetLufs)
  const marks = marksOf(findings)
  return (
    <figure className="grid gap-2">
      <figcaption className="text-ink-2">
        Le niveau au fil de l’émission. Le trait pointillé est le niveau visé, {figure(targetLufs, 'LUFS')}
        {marks.length > 0 && ' ; les triangles montrent ce qui en sort'}.
      </figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must scroll by keyboard too. */}
      <section tabIndex={0} aria-label="Courbe du niveau" className="overflow-x-auto">
        <svg
          role="img"
          aria-label={summaryOf(report, marks.length)}
          viewBox={`0 ${-top} ${wide} ${top + plotHigh + namesHigh}`}
          className="block w-full min-w-[56rem]"
        >
          <Bands report={report} durationMs={durationMs} />
          <path d={`M0 ${target}H${wide}`} className="fill-none stroke-pine stroke-2" strokeDasharray="8 6" />
          <path
            d={curvePath(report, durationMs)}
            className="fill-none stroke-brick stroke-2"
            strokeLinejoin="round"
          />
          {marks.map((atMs) => {
            const x = placeOf(atMs, durationMs)
            return (
              <path
                key={atMs}
                d={`M${x} -2l-9 -16h18zV${plotHigh}`}
                className="fill-error stroke-error stroke-1"
              />
            )
          })}
          {namedLines(lines, durationMs).map(({ line, x }) => (
            <text
              key={line.itemId}
              transform={`translate(${x - nameSize / 3} ${plotHigh + 8}) rotate(90)`}
              fontSize={nameSize}
              className="fill-ink"
            >
              {shortened(`${lines.indexOf(line) + 1} ${lineName(line)}`)}
            </text>
          ))}
        </svg>
      </section>
    </figure>
  )
}

/** Every line as a strip, each second one shaded, with its name for whoever points at it. */
function Bands({ report: { lines }, durationMs }: Pick<Props, 'report' | 'durationMs'>) {
  return lines.map((line, index) => {
    const x = placeOf(line.startMs, durationMs)
    return (
      <rect
        key={line.itemId}
        x={x}
        y={0}
        width={Math.max(1, placeOf(line.endMs, durationMs) - x)}
        height={plotHigh}
        strokeWidth={1}
        className={`stroke-border ${index % 2 === 0 ? 'fill-surface' : 'fill-sand'}`}
      >
        <title>{`${index + 1} ${lineName(line)}`}</title>
      </rect>
    )
  })
}

function marksOf(findings: readonly Finding[]): number[] {
  const times = findings.flatMap((finding) => {
    if ('moments' in finding) return finding.moments.map(({ atMs }) => atMs)
    return finding.kind === 'dead-air' ? [finding.atMs] : []
  })
  return [...new Set(times)].toSorted((a, b) => a - b)
}

function summaryOf({ curve, targetLufs, lines }: MasterReport, marks: number): string {
  const heard = curve.filter((value) => value !== null).toSorted((a, b) => a - b)
  const at = (share: number) => heard[Math.round((heard.length - 1) * share)] ?? targetLufs
  const aside =
    marks === 0
      ? 'Rien n’en sort.'
      : `${marks} moment${marks > 1 ? 's' : ''} en sort${marks > 1 ? 'ent' : ''}.`
  return (
    `Courbe du niveau sur ${lines.length} lignes. Il va le plus souvent de ${figure(at(0.1), 'LUFS')} à ` +
    `${figure(at(0.95), 'LUFS')}, pour ${figure(targetLufs, 'LUFS')} visés. ${aside} Le détail est dans le tableau.`
  )
}
