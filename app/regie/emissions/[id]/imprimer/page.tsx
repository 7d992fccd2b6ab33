import { found } from '#app/_door/found.ts'
import { requireRight } from '#app/_door/session.ts'
import { kindWords } from '#app/regie/emissions/[id]/conducteur/kind-words.tsx'
import { timedLines } from '#app/regie/emissions/[id]/conducteur/timed-line.ts'
import { airWords, episodeName } from '#app/regie/emissions/air-words.ts'
import { theDb } from '#lib/db/db.server.ts'
import { readEpisode } from '#lib/episode/episode.server.ts'
import { readShow } from '#lib/episode/show.server.ts'
import { readRundown } from '#lib/rundown/rundown.server.ts'
import { instantOf } from '#lib/time/airtime.ts'
import { formatDuration } from '#lib/time/duration.ts'
import { PrintButton } from './print-button.tsx'

export const metadata = { title: 'Conducteur à imprimer' }

/** The rundown as a sheet for the studio: a plain table, black on white. */
export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireRight('rundown.read')
  const { id } = await params
  const db = theDb()
  const [episode, show, rundown] = await found(
    Promise.all([readEpisode(db, actor, id), readShow(db), readRundown(db, actor, id)]),
  )
  const showStart = instantOf({ date: episode.airDate, time: episode.airTime, zone: show.timeZone })
  const { lines, totalMs } = timedLines(rundown.lines, showStart, show.timeZone)
  return (
    <section className="grid gap-4">
      <PrintButton />
      <div>
        <h2>
          {show.name} · {episodeName(episode)}
        </h2>
        <p>
          N° {episode.number} · {airWords(episode)} · {formatDuration(totalMs)} pour{' '}
          {formatDuration(episode.targetMs)}
        </p>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: on a narrow screen the keyboard scrolls the table */}
      <section className="overflow-x-auto" tabIndex={0} aria-label="Tableau du conducteur">
        <table className="tabular w-full border-collapse text-left text-small [&_td]:border [&_td]:border-border [&_td]:p-2 [&_th]:border [&_th]:border-border [&_th]:p-2">
          <thead>
            <tr>
              <th scope="col">N°</th>
              <th scope="col">Début</th>
              <th scope="col">Élément</th>
              <th scope="col">Qui</th>
              <th scope="col">Durée</th>
              <th scope="col">Finit à</th>
              <th scope="col">Notes</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line, index) => (
              <tr key={line.id} className="break-inside-avoid align-top">
                <td>{index + 1}</td>
                <td>{line.startsAt}</td>
                <th scope="row" className="font-normal">
                  <strong>{line.title || 'Sans titre'}</strong>
                  <br />
                  {kindWords[line.kind].label}
                  {line.goesTo === 'antenne' && ' · antenne seulement'}
                </th>
                <td>{line.who}</td>
                <td>{formatDuration(line.plannedMs)}</td>
                <td>{formatDuration(line.endsMs)}</td>
                <td>{line.notes}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  )
}
