import { Badge } from '#app/_ui/badge.tsx'
import { Clock } from '#app/_ui/clock.tsx'
import { Player } from '#app/_ui/player.tsx'
import type { Master } from '#lib/master/master.server.ts'
import type { ReportedLine } from '#lib/master/report.ts'

const decimals = new Intl.NumberFormat('fr-FR', { minimumFractionDigits: 1, maximumFractionDigits: 1 })
const figure = (value: number | null, unit: string) =>
  value === null ? '—' : `${decimals.format(value).replace('-', '−')} ${unit}`
const warnings: Record<NonNullable<ReportedLine['warning']>, string> = {
  quiet: 'Trop faible : on l’a monté autant que possible',
  noisy: 'Enregistré de loin : on entend peut-être du souffle',
  short: 'Très court : réglé sur sa crête',
}

/** What became of the sound, in words first, then the figures. */
export function MasterReportView({ master }: { master: Master }) {
  const warned = master.report?.lines.filter(({ warning }) => warning !== null) ?? []
  return (
    <section className="grid gap-4">
      <h2>Le résultat</h2>
      <p className="flex flex-wrap gap-2">
        <Badge tone="ok">Bon niveau</Badge>
        {warned.length > 0 && <Badge tone="warn">{warned.length} à écouter</Badge>}
      </p>
      <dl className="tabular grid grid-cols-[auto_1fr] gap-x-6 gap-y-1">
        <dt className="text-ink-2">Durée</dt>
        <dd>
          <Clock durationMs={master.durationMs ?? 0} />
        </dd>
        <dt className="text-ink-2">Niveau</dt>
        <dd>{figure(master.integratedLufs, 'LUFS')}</dd>
        <dt className="text-ink-2">Crête</dt>
        <dd>{figure(master.truePeakDbtp, 'dBTP')}</dd>
        <dt className="text-ink-2">Écart des niveaux</dt>
        <dd>{figure(master.lraLu, 'LU')}</dd>
        <dt className="text-ink-2">Poids</dt>
        <dd>{figure((master.sizeBytes ?? 0) / 1e6, 'Mo')}</dd>
      </dl>
      <Player
        src={`/masters/${master.id}.mp3`}
        title="la version podcast"
        durationMs={master.durationMs ?? 0}
      />
      {warned.length > 0 && (
        <ul className="list-disc pl-6">
          {warned.map((cut) => (
            <li key={cut.itemId}>
              {cut.title} : {cut.warning && warnings[cut.warning]}
            </li>
          ))}
        </ul>
      )}
      <details>
        <summary className="min-h-12 cursor-pointer py-2 font-bold">
          Les chapitres ({master.chapters?.length ?? 0})
        </summary>
        <ol className="tabular grid gap-1">
          {master.chapters?.map((chapter) => (
            <li key={chapter.startMs}>
              <Clock durationMs={chapter.startMs} /> {chapter.title}
            </li>
          ))}
        </ol>
      </details>
    </section>
  )
}
