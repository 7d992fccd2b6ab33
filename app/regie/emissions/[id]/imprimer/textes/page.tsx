import { Download } from 'lucide-react'
import { found } from '#app/_door/found.ts'
import { requireRight } from '#app/_door/session.ts'
import { ButtonLink } from '#app/_ui/button-link.tsx'
import { PrintButton } from '#app/regie/emissions/[id]/imprimer/print-button.tsx'
import { theDb } from '#lib/db/db.server.ts'
import { printFacts, printTitle } from '#lib/rundown/print-words.ts'
import { readTexts } from '#lib/rundown/texts.server.ts'
import { TextLine } from './text-line.tsx'

export const metadata = { title: 'Textes à imprimer' }

/** All that is read in the episode, in the order of the rundown. Notes off air stay in the studio. */
export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireRight('rundown.read')
  const { id } = await params
  const { timed, lines } = await found(readTexts(theDb(), actor, id))
  const { show, episode, plan } = timed
  return (
    <section className="grid max-w-prose grid-cols-1 gap-6">
      <div className="flex flex-wrap gap-2 print:hidden">
        <PrintButton />
        <ButtonLink href={`/api/episodes/${id}/textes.pdf`} icon={<Download />} download>
          Télécharger en PDF
        </ButtonLink>
        <ButtonLink href={`/api/episodes/${id}/textes.pdf?taille=18`} icon={<Download />} download>
          PDF en grands caractères
        </ButtonLink>
      </div>
      <div>
        <h2>{printTitle(show.name, episode)}</h2>
        <p>{printFacts(episode, plan.totalMs, episode.targetMs)}</p>
      </div>
      {lines.length === 0 && <p>Le conducteur est encore vide.</p>}
      {lines.map((one) => (
        <TextLine key={one.line.id} {...one} />
      ))}
    </section>
  )
}
