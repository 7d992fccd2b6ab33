import { theDb } from '#lib/db/db.server.ts'
import { readHealth } from '#lib/health.server.ts'
import { theSite } from '#lib/machine/site.server.ts'

export const dynamic = 'force-dynamic'

export async function GET(): Promise<Response> {
  const health = await readHealth(theDb(), theSite().dataDir)
  return Response.json(health, { status: health.ok ? 200 : 503, headers: { 'Cache-Control': 'no-store' } })
}
