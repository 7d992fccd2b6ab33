import { found } from '#app/_door/found.ts'
import { requireRight } from '#app/_door/session.ts'
import { theDb } from '#lib/db/db.server.ts'
import { readRundown } from '#lib/rundown/rundown.server.ts'
import { ImportDesk } from './import-desk.tsx'

export const metadata = { title: 'Importer un conducteur' }

/** Brings a rundown from a spreadsheet: the file, what each column is, what it will be, then the import. */
export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireRight('workspace.enter')
  const { id } = await params
  const { lines } = await found(readRundown(theDb(), actor, id))
  return (
    <div className="grid grid-cols-1 gap-6">
      <header className="grid max-w-prose gap-2">
        <h2>Importer un conducteur</h2>
        <p>
          Prenez un tableau fait ailleurs, en CSV ou en XLSX (Excel, LibreOffice). On vous montre d’abord ce
          que cela donnera : rien n’est écrit avant le bouton « Importer ».
        </p>
      </header>
      <ImportDesk episodeId={id} lineCount={lines.length} />
    </div>
  )
}
