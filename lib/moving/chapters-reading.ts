import { z } from 'zod'
import type { Chapter } from '#lib/db/schema.ts'
import { episodeChapters } from '#lib/publishing/chapters.ts'
import { parsed } from './captions-reading.ts'
import type { MovedChapter } from './moved.ts'
import { plainTitle } from './plain-words.ts'

const chapter = z.object({
  startTime: z.coerce.number().nonnegative(),
  title: z.string().optional().catch(undefined),
  toc: z.boolean().optional().catch(undefined),
})
const file = z.object({ chapters: z.array(z.unknown()) })

/** The chapters of a Podcasting 2.0 JSON file; none for what is no such file. Those without a name are left out. */
export function readChapters(text: string): MovedChapter[] {
  const read = file.safeParse(parsed(text.replace(/^\uFEFF/, '')))
  if (!read.success) return []
  return read.data.chapters.slice(0, 500).flatMap((one) => {
    const { data } = chapter.safeParse(one)
    const title = plainTitle(data?.title ?? '')
    return data && title !== '' && data.toc !== false
      ? [{ startMs: Math.round(data.startTime * 1000), title }]
      : []
  })
}

/** The chapters of an episode as they are kept: from its first sample to its last; one of its title when there are none. */
export function keptChapters(told: readonly MovedChapter[], title: string, durationMs: number): Chapter[] {
  const inside = episodeChapters(told, durationMs)
  const all = inside.length > 0 ? inside : episodeChapters([{ startMs: 0, title }], durationMs)
  return all.map(({ startMs, endMs, title: name }) => ({ startMs, endMs, title: name, itemId: null }))
}
