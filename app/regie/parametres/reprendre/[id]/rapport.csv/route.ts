import { z } from 'zod'
import { currentActor } from '#app/_door/session.ts'
import { outcomeWords, whyWords } from '#app/regie/parametres/reprendre/import-words.ts'
import { theDb } from '#lib/db/db.server.ts'
import { writeCsv } from '#lib/machine/csv.ts'
import { isRefusal } from '#lib/machine/refusal.ts'
import { readImport } from '#lib/moving/import.server.ts'

export const dynamic = 'force-dynamic'

/** The report of an import as a table for a spreadsheet. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const actor = await currentActor()
  const id = z.uuid().safeParse((await params).id)
  if (!actor || !id.success) return absent()
  try {
    const { report } = await readImport(theDb(), actor, id.data)
    const rows = report.map(({ title, guid, outcome, why = [] }) => [
      title,
      outcomeWords[outcome],
      why.map(whyWords).join(' '),
      guid,
    ])
    return new Response(writeCsv([['Numéro', 'Résultat', 'À savoir', 'Identifiant'], ...rows]), {
      headers: {
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': 'attachment; filename="reprise.csv"',
        'Cache-Control': 'private, no-store',
      },
    })
  } catch (error) {
    if (!isRefusal(error)) throw error
    return absent()
  }
}

const absent = () =>
  new Response('Ce tableau n’existe pas, ou il n’est pas ouvert pour vous.\n', { status: 404 })
