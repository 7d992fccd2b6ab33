import { embedPage } from '#app/_public/embed-page.ts'
import { secondsOf } from '#app/_public/moment.ts'
import { theDb } from '#lib/db/db.server.ts'
import { findShow } from '#lib/episode/show.server.ts'
import { theSite } from '#lib/machine/site.server.ts'
import { findPublication } from '#lib/publishing/publishing.server.ts'

const html = { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-cache' }

/** The player for the frames of other sites; the gate lets them show it, and only it. */
export async function GET(request: Request, { params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params
  const [episode, show] = await Promise.all([findPublication(theDb(), { slug }), findShow(theDb())])
  if (!episode || !show) return new Response(notHere, { status: 404, headers: html })
  const asked = new URL(request.url).searchParams.get('t') ?? undefined
  const nonce = /'nonce-([^']+)'/.exec(request.headers.get('content-security-policy') ?? '')?.[1] ?? ''
  const page = embedPage({
    episode,
    show: show.name,
    baseUrl: theSite().baseUrl,
    startAt: secondsOf(asked, episode.durationMs),
    nonce,
  })
  return new Response(page, { headers: html })
}

const notHere = `<!doctype html><html lang="fr"><meta charset="utf-8"><title>Rien ici</title>
<p>Cette émission n’est plus à cette adresse, ou pas encore.</p></html>
`
