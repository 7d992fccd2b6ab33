import { theDb } from '#lib/db/db.server.ts'
import { findShow } from '#lib/episode/show.server.ts'
import { theSite } from '#lib/machine/site.server.ts'
import { oembedOf, oembedText, parseEpisodeUrl, parseMost } from '#lib/publishing/oembed.ts'
import { findPublication } from '#lib/publishing/publishing.server.ts'

const types = { json: 'application/json; charset=utf-8', xml: 'text/xml; charset=utf-8' }
/** Asked for by scripts of any site. */
const open = { 'Access-Control-Allow-Origin': '*' }

/** Tells other sites how to show an episode in a frame. */
export async function GET(request: Request): Promise<Response> {
  const asked = new URL(request.url).searchParams
  const format = asked.get('format') ?? 'json'
  if (format !== 'json' && format !== 'xml') return refusal(501, 'Deux formats existent ici : json et xml.')
  const { baseUrl } = theSite()
  const wanted = parseEpisodeUrl(asked.get('url') ?? '', baseUrl)
  const [episode, show] = wanted
    ? await Promise.all([findPublication(theDb(), { slug: wanted.slug }), findShow(theDb())])
    : []
  if (!wanted || !episode || !show) return refusal(404, 'Aucune émission n’est publiée à cette adresse.')
  const answer = oembedOf(episode, show.name, baseUrl, {
    second: wanted.second,
    maxWidth: parseMost(asked.get('maxwidth')),
    maxHeight: parseMost(asked.get('maxheight')),
  })
  const headers = { ...open, 'Content-Type': types[format], 'Cache-Control': 'public, max-age=300' }
  return new Response(oembedText(answer, format), { headers })
}

function refusal(status: number, sentence: string): Response {
  const headers = { ...open, 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' }
  return new Response(`${sentence}\n`, { status, headers })
}
