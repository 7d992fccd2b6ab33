import { readFile } from 'node:fs/promises'
import { log } from '#lib/machine/log.server.ts'
import type { Outside } from '#lib/machine/outside.server.ts'
import { isRefusal } from '#lib/machine/refusal.ts'
import { readableTranscripts, readCaptions, type Said } from './captions-reading.ts'
import { readChapters } from './chapters-reading.ts'
import { fetchOutside } from './fetch-outside.server.ts'
import type { MovedChapter, MovedItem } from './moved.ts'

const mostTextBytes = 8 << 20
const mostTextMs = 60_000

type Bringing = { folder: string; outside: Outside; signal: AbortSignal }

/** The chapters of an item: from its file, which holds more than the feed, else from the feed. Null: the file did not come. */
export async function bringChapters(item: MovedItem, how: Bringing): Promise<MovedChapter[] | null> {
  if (item.chaptersUrl === '') return item.chapters
  const text = await bringText(item.chaptersUrl, how)
  const read = text === null ? [] : readChapters(text)
  if (read.length > 0) return read
  return item.chapters.length > 0 ? item.chapters : null
}

/** The captions of an item, in the best format that can be read; null when none can. */
export async function bringCaptions(item: MovedItem, how: Bringing): Promise<Said[] | null> {
  const rank = (type: string) => readableTranscripts.indexOf(type)
  const readable = item.transcripts.filter(({ type }) => rank(type) >= 0)
  for (const { url } of readable.toSorted((a, b) => rank(a.type) - rank(b.type)).slice(0, 3)) {
    const text = await bringText(url, how)
    const said = text === null ? null : readCaptions(text)
    if (said) return said
  }
  return null
}

/** Null when it cannot be had: an episode is worth bringing in without it. */
async function bringText(url: string, { folder, outside, signal }: Bringing): Promise<string | null> {
  const path = `${folder}/text`
  try {
    await fetchOutside(url, path, { outside, signal, mostBytes: mostTextBytes, mostMs: mostTextMs })
    return await readFile(path, 'utf8')
  } catch (error) {
    if (!isRefusal(error)) throw error
    log.warn('import.text-missing', { reason: error.reason })
    return null
  }
}
