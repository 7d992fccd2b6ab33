import { z } from 'zod'
import type { Db } from '#lib/db/db.server.ts'
import { readShow } from '#lib/episode/show.server.ts'
import { pictureFacts } from '#lib/machine/cover.server.ts'
import { audioPath, chaptersPath, episodePath, feedPath, picturePath, transcriptPath } from './addresses.ts'
import { lookedCaptions } from './captions-look.ts'
import { type LookedItem, lookedItem } from './feed-look.ts'
import type { Pressed, PublicHouse } from './press.server.ts'
import { publicRoutes } from './public.server.ts'
import type { Publication } from './publication.ts'
import { findPublication } from './publication-rows.server.ts'
import { type Check, type LookedEpisode, type SoundOnDisk, selfCheck } from './self-check.ts'
import { type Visit, visiting } from './visit.server.ts'

/**
 * Looks at an episode that was just brought out in the transaction `tx`, which nobody else sees yet: the real feed and
 * the real files at the addresses that they would have, asked for over HTTP. What says `stop` must not be kept.
 */
export async function checkBroughtOut(
  tx: Db,
  { values, rows }: Pressed,
  sound: SoundOnDisk,
  house: PublicHouse,
  now: Date,
): Promise<Check[]> {
  const out = await findPublication(tx, { episodeId: values.episodeId })
  if (!out) throw new Error('An episode that was brought out is nowhere')
  const { coverFile } = await readShow(tx)
  const open = () => publicRoutes({ db: tx, ...house, version: 'check' })
  // A second radio writes the feed for itself: what is remembered would always be the same.
  const again = await visiting(open(), async (visit) => (await visit(feedPath)).body)
  return await visiting(open(), async (visit) =>
    selfCheck({
      isHttps: house.baseUrl.startsWith('https:'),
      now,
      expected: {
        pageUrl: house.baseUrl + episodePath(out.slug),
        sha256: rows.find(({ id }) => id === out.masterId)?.sha256 ?? '',
        chapters: out.chapters.length,
        hasText: out.transcript.length > 0,
      },
      sound,
      item: await findItem(visit, out.guid),
      isFeedStable: again.equals((await visit(feedPath)).body),
      served: await askFiles(visit, out, sound.sizeBytes),
      cover: coverFile === null ? null : await askPicture(visit, coverFile),
      card: await askPicture(visit, out.cardFile),
    }),
  )
}

/** A long history lies on several pages of the feed. */
const mostPages = 100

async function findItem(visit: Visit, guid: string): Promise<LookedItem | null> {
  let path = feedPath
  for (let page = 0; page < mostPages; page += 1) {
    const feed = (await visit(path)).body.toString()
    const found = lookedItem(feed, guid)
    const next = /<atom:link [^>]*rel="next"[^>]*>/.exec(feed)?.[0]
    const href = /href="([^"]+)"/.exec(next ?? '')?.[1]?.replaceAll('&amp;', '&')
    if (found || !href) return found
    const { pathname, search } = new URL(href)
    path = pathname + search
  }
  return null
}

async function askFiles(visit: Visit, out: Publication, size: number): Promise<LookedEpisode['served']> {
  const sound = audioPath(out.masterId)
  const { status, type, length } = await visit(sound, { method: 'HEAD' })
  const captions = async (id: string | null, format: 'vtt' | 'srt') => {
    const answer = id ? await visit(transcriptPath(id, format)) : null
    return answer?.status === 200 ? lookedCaptions(answer.body.toString()) : null
  }
  return {
    sound: { status, type, bytes: length },
    ranges: await askRanges(visit, sound, size),
    chapters: await askChapters(visit, chaptersPath(out.chaptersFile)),
    vtt: await captions(out.vttFile, 'vtt'),
    srt: await captions(out.srtFile, 'srt'),
  }
}

/** Parts as players and apps ask for them. */
async function askRanges(visit: Visit, path: string, size: number) {
  const gives = async (range: string, first: number, last: number) => {
    const answer = await visit(path, { range })
    const isExact =
      answer.body.length === last - first + 1 && answer.range === `bytes ${first}-${last}/${size}`
    return answer.status === 206 && isExact
  }
  const middle = Math.floor(size / 2)
  const tail = Math.min(1000, size)
  return {
    firstTwo: await gives('bytes=0-1', 0, 1),
    middle: await gives(`bytes=${middle}-${middle + 999}`, middle, Math.min(middle + 999, size - 1)),
    last: await gives(`bytes=-${tail}`, size - tail, size - 1),
    pastEnd: (await visit(path, { range: `bytes=${size}-` })).status === 416,
  }
}

const chaptersFile = z.object({
  version: z.literal('1.2.0'),
  chapters: z.array(z.object({ startTime: z.number().min(0) })),
})

async function askChapters(visit: Visit, path: string): Promise<number[] | null> {
  const { status, type, body } = await visit(path)
  if (status !== 200 || type !== 'application/json+chapters') return null
  const read = chaptersFile.safeParse(parsed(body.toString()))
  return read.success ? read.data.chapters.map(({ startTime }) => startTime * 1000) : null
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

async function askPicture(visit: Visit, key: string) {
  const { status, body } = await visit(picturePath(key))
  return status === 200 ? await pictureFacts(body) : null
}
