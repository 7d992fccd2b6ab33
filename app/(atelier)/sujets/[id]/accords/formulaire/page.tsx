import { Download } from 'lucide-react'
import { notFound } from 'next/navigation'
import { found } from '#app/_door/found.ts'
import { requireActor } from '#app/_door/session.ts'
import { ButtonLink } from '#app/_ui/button-link.tsx'
import { PageHeader } from '#app/_ui/page-header.tsx'
import { PrintButton } from '#app/regie/emissions/[id]/imprimer/print-button.tsx'
import { theDb } from '#lib/db/db.server.ts'
import { isRefusal } from '#lib/machine/refusal.ts'
import { readForms } from '#lib/rights/forms.server.ts'
import { FormSheet } from './form-sheet.tsx'

export const metadata = { title: 'La feuille à signer' }

/** The sheets to sign with a pen, one for each person who speaks in the story. */
export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const actor = await requireActor(`/sujets/${id}/accords/formulaire`)
  const { subjects } = await found(
    readForms(theDb(), actor, id).catch((error: unknown) => {
      // Whoever may only read the story has no use for its sheets.
      if (isRefusal(error)) notFound()
      throw error
    }),
  )
  return (
    <>
      <div className="print:hidden">
        <PageHeader
          title="La feuille à signer"
          back={{ href: `/sujets/${id}/accords`, label: 'Les accords' }}
          standfirst="Une feuille par personne. Lisez-la ensemble, puis prenez-la en photo une fois signée."
        />
        <div className="mb-6 flex flex-wrap gap-2">
          <PrintButton />
          <ButtonLink href={`/formulaires/${id}.pdf`} icon={<Download />} download>
            Télécharger en PDF
          </ButtonLink>
        </div>
      </div>
      <div className="grid max-w-2xl grid-cols-1 gap-8">
        {subjects.map((subject, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: sheets are printed whole, and never move.
          <FormSheet key={index} subject={subject} />
        ))}
      </div>
    </>
  )
}
