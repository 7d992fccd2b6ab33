import { found } from '#app/_door/found.ts'
import { requireRight } from '#app/_door/session.ts'
import { FormMessage } from '#app/_ui/form-message.tsx'
import { PrintButton } from '#app/regie/emissions/[id]/imprimer/print-button.tsx'
import { theDb } from '#lib/db/db.server.ts'
import { can } from '#lib/people/can.ts'
import { readTimedEpisode } from '#lib/rundown/as-run.server.ts'
import { readBroadcasts } from '#lib/rundown/broadcast.server.ts'
import { ComparedTable } from './compared-table.tsx'
import { FreezeForm } from './freeze-form.tsx'
import { FrozenList } from './frozen-list.tsx'
import { ShowTotalsView } from './show-totals.tsx'

export const metadata = { title: 'Après l’émission' }

/** The show once it is over: planned against actual, and the copies frozen for the archives. */
export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireRight('rundown.read')
  const { id } = await params
  const db = theDb()
  const [timed, copies] = await found(
    Promise.all([readTimedEpisode(db, actor, id), readBroadcasts(db, actor, id)]),
  )
  const { show, totals, compared, state } = timed
  const wasCalled = state.startedAt !== null
  return (
    <div className="grid grid-cols-1 gap-10">
      <section className="grid grid-cols-1 gap-4">
        <h2>Après l’émission</h2>
        {state.onAir && (
          <FormMessage tone="info">
            L’émission est à l’antenne. Les chiffres seront complets à la fin.
          </FormMessage>
        )}
        {!wasCalled && (
          <p className="max-w-prose">
            Personne n’a suivi cette émission à l’écran d’antenne : on ne connaît que ce qui était prévu.
          </p>
        )}
        <ShowTotalsView totals={totals} zone={show.timeZone} />
        {wasCalled && <ComparedTable rows={compared} zone={show.timeZone} />}
        {wasCalled && (
          <p className="max-w-prose text-ink-2 print:hidden">
            Ces heures viennent du journal d’antenne. Il ne se corrige pas : il dit ce qui a été fait, au
            moment où cela a été fait.
          </p>
        )}
      </section>
      <section className="grid grid-cols-1 gap-4">
        <h2>Copies figées</h2>
        <p className="max-w-prose">
          Une copie figée garde le conducteur tel qu’il est passé, avec les heures, les musiques et une
          signature. Elle ne change plus jamais ; une nouvelle copie s’ajoute aux autres.
        </p>
        <FrozenList episodeId={id} copies={copies} zone={show.timeZone} />
        {can(actor, 'rundown.edit', null) && !state.onAir && (
          <FreezeForm episodeId={id} name={actor.name} wasCalled={wasCalled} />
        )}
      </section>
      <PrintButton variant="secondary" />
    </div>
  )
}
