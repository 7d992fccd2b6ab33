import { Download, FileText } from 'lucide-react'
import { found } from '#app/_door/found.ts'
import { requireRight } from '#app/_door/session.ts'
import { ButtonLink } from '#app/_ui/button-link.tsx'
import { theDb } from '#lib/db/db.server.ts'
import { readTimedEpisode } from '#lib/rundown/as-run.server.ts'
import { printFacts, printTitle } from '#lib/rundown/print-words.ts'
import { PrintButton } from './print-button.tsx'
import { PrintTable } from './print-table.tsx'

export const metadata = { title: 'Conducteur à imprimer' }

/** The rundown as a sheet for the studio: a plain table, black on white. */
export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireRight('rundown.read')
  const { id } = await params
  const timed = await found(readTimedEpisode(theDb(), actor, id))
  const { show, episode, plan } = timed
  return (
    <section className="grid grid-cols-1 gap-4">
      <div className="flex flex-wrap gap-2 print:hidden">
        <PrintButton />
        <ButtonLink href={`/api/episodes/${id}/conducteur.pdf`} icon={<Download />} download>
          Télécharger en PDF
        </ButtonLink>
        <ButtonLink href={`/regie/emissions/${id}/imprimer/textes`} icon={<FileText />}>
          Les textes à lire
        </ButtonLink>
      </div>
      <div>
        <h2>{printTitle(show.name, episode)}</h2>
        <p>{printFacts(episode, plan.totalMs, episode.targetMs)}</p>
      </div>
      <PrintTable timed={timed} />
    </section>
  )
}
