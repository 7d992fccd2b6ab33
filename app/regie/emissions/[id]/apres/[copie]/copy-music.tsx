import { ColumnHeads } from '#app/_ui/column-heads.tsx'
import type { PlayedMusic } from '#lib/rundown/broadcast.ts'
import { cellText, musicSheet } from '#lib/rundown/sheet.ts'

/** The music of a frozen copy, with the fields of a return. */
export function CopyMusic({ music, zone }: { music: readonly PlayedMusic[]; zone: string }) {
  if (music.length === 0) return <p>Aucune musique dans cette émission.</p>
  const { headings, rows } = musicSheet(music, zone)
  return (
    <div className="grid grid-cols-1 gap-3">
      <h3>Musiques</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must scroll by keyboard too. */}
      <section aria-label="Musiques de la copie" tabIndex={0} className="overflow-x-auto">
        <table className="tabular w-full border-collapse text-left text-small [&_td]:border [&_td]:border-border [&_td]:p-2 [&_th]:border [&_th]:border-border [&_th]:p-2">
          <ColumnHeads headings={headings} />
          <tbody>
            {rows.map((row) => (
              <tr key={cellText(row[0] ?? '')} className="break-inside-avoid align-top">
                {row.map((cell, index) => (
                  <td key={headings[index]}>{cellText(cell)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  )
}
