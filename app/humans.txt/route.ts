import { theDb } from '#lib/db/db.server.ts'
import { findShow, readLists } from '#lib/episode/show.server.ts'
import { theSite } from '#lib/machine/site.server.ts'
import { findMemberPages } from '#lib/publishing/member-page.server.ts'

export const dynamic = 'force-dynamic'

/** Who makes this, for who looks behind the pages: the houses, and people only as they asked to be named. */
export async function GET(): Promise<Response> {
  const db = theDb()
  const [show, { houses }, people] = await Promise.all([findShow(db), readLists(db), findMemberPages(db)])
  const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim()
  const part = (title: string, lines: readonly string[]) =>
    lines.length > 0 ? [`/* ${title} */`, ...lines.map(oneLine), ''] : []
  const text = [
    ...part('L’ÉMISSION', [show?.name ?? 'La Bobine', show?.publisher ?? ''].filter(Boolean)),
    ...part(
      'LES MAISONS',
      houses.map(({ name }) => name),
    ),
    ...part(
      'LES VOIX',
      people.map(({ name }) => name),
    ),
    ...part('LE SITE', [
      'Fait avec La Bobine, un logiciel libre pour les radios de quartier.',
      'Sans publicité, sans pistage, sans rien qui vienne d’ailleurs.',
      `${theSite().baseUrl}/mentions-legales`,
    ]),
  ].join('\n')
  return new Response(text, {
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'public, max-age=3600' },
  })
}
