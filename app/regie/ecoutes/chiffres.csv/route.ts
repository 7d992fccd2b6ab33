import type { NextRequest } from 'next/server'
import { currentActor } from '#app/_door/session.ts'
import { figureRows } from '#app/regie/ecoutes/figure-rows.ts'
import { theDb } from '#lib/db/db.server.ts'
import { writeCsv } from '#lib/machine/csv.ts'
import { attachment } from '#lib/machine/http-disposition.ts'
import { can } from '#lib/people/can.ts'
import { readFigures } from '#lib/report/figures.server.ts'

export const dynamic = 'force-dynamic'

/** The figures of a period for a spreadsheet. */
export async function GET(request: NextRequest): Promise<Response> {
  const actor = await currentActor()
  if (!actor || !can(actor, 'report.read', null)) return new Response(null, { status: 404 })
  const asked = request.nextUrl.searchParams.get('periode')
  const figures = await readFigures(theDb(), actor, asked, new Date())
  return new Response(writeCsv(figureRows(figures)), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': attachment(`ecoutes-${figures.period}.csv`),
      'Cache-Control': 'no-store',
    },
  })
}
