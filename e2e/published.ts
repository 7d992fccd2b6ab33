import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect } from '@playwright/test'
import { parseFeed } from 'podcast-partytime'
import { z } from 'zod'

const run = promisify(execFile)
const ffmpeg = process.env.FFMPEG_PATH ?? 'ffmpeg'
const ffprobe = process.env.FFPROBE_PATH ?? 'ffprobe'

/** What an app must know of an episode to play it; anything missing is a fault of the feed. */
const item = z.object({
  title: z.string(),
  link: z.url(),
  guid: z.uuid(),
  duration: z.number().int().positive(),
  enclosure: z.object({ url: z.url(), length: z.number().positive(), type: z.literal('audio/mpeg') }),
  podcastChapters: z.object({ url: z.url(), type: z.literal('application/json+chapters') }),
  podcastTranscripts: z.array(z.object({ url: z.url() })).length(2),
})
export type Item = z.output<typeof item>

/** Reads the feed as podcast apps do. */
export async function readItem(url: string, title: string): Promise<Item> {
  const response = await fetch(`${url}/feed.xml`)
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toBe('application/rss+xml; charset=utf-8')
  const feed = parseFeed(await response.text())
  return item.parse(feed?.items.find((one) => one.title === title))
}

/** Downloads the enclosure as players do and holds it against all that was announced. */
export async function checkSound({ enclosure, duration }: Item): Promise<void> {
  const head = await fetch(enclosure.url, { method: 'HEAD' })
  const whole = await fetch(enclosure.url)
  for (const { status, headers } of [head, whole]) {
    expect(status).toBe(200)
    expect(headers.get('content-type')).toBe(enclosure.type)
    expect(Number(headers.get('content-length'))).toBe(enclosure.length)
    expect(headers.get('accept-ranges')).toBe('bytes')
  }
  const bytes = Buffer.from(await whole.arrayBuffer())
  expect(bytes.length).toBe(enclosure.length)
  await checkRange(enclosure.url, bytes, 'bytes=0-1', 0, 2)
  await checkRange(enclosure.url, bytes, 'bytes=100000-199999', 100_000, 200_000)
  await checkRange(enclosure.url, bytes, 'bytes=-500', bytes.length - 500, bytes.length)
  const past = await fetch(enclosure.url, { headers: { range: `bytes=${bytes.length}-` } })
  expect([past.status, past.headers.get('content-range')]).toEqual([416, `bytes */${bytes.length}`])

  const folder = await mkdtemp(join(tmpdir(), 'bobine-listener-'))
  const file = join(folder, 'episode.mp3')
  await writeFile(file, bytes)
  const { seconds, chapters, tags } = await probe(file)
  expect(Math.abs(seconds - duration)).toBeLessThanOrEqual(1)
  expect(chapters).toBeGreaterThanOrEqual(1)
  expect(tags).toEqual(expect.arrayContaining(['album', 'artist', 'title', 'track']))
  const { lufs, dbtp } = await measure(file)
  expect(Math.abs(lufs + 16)).toBeLessThanOrEqual(0.5)
  expect(dbtp).toBeLessThanOrEqual(-1)
  await rm(folder, { recursive: true })
}

async function checkRange(url: string, bytes: Buffer, range: string, from: number, to: number) {
  const part = await fetch(url, { headers: { range } })
  expect(part.status).toBe(206)
  expect(part.headers.get('content-range')).toBe(`bytes ${from}-${to - 1}/${bytes.length}`)
  expect(Buffer.from(await part.arrayBuffer()).equals(bytes.subarray(from, to))).toBe(true)
}

const probed = z.object({
  format: z.object({ duration: z.coerce.number(), tags: z.record(z.string(), z.string()) }),
  chapters: z.array(z.unknown()),
})

async function probe(file: string) {
  const args = ['-v', 'error', '-show_format', '-show_chapters', '-of', 'json', file]
  const { format, chapters } = probed.parse(JSON.parse((await run(ffprobe, args)).stdout))
  return { seconds: format.duration, chapters: chapters.length, tags: Object.keys(format.tags) }
}

/** Integrated loudness and true peak by ffmpeg's own meter, which knows nothing of ours. */
async function measure(file: string): Promise<{ lufs: number; dbtp: number }> {
  const args = ['-hide_banner', '-nostats', '-i', file, '-af', 'ebur128=peak=true', '-f', 'null', '-']
  const { stderr } = await run(ffmpeg, args, { maxBuffer: 2 ** 26 })
  const summary = stderr.slice(stderr.lastIndexOf('Summary:'))
  const lufs = Number(/I:\s+(-?[\d.]+) LUFS/.exec(summary)?.[1])
  const dbtp = Number(/Peak:\s+(-?[\d.]+) dBFS/.exec(summary)?.[1])
  return { lufs, dbtp }
}

const chaptersFile = z.object({
  version: z.literal('1.2.0'),
  chapters: z.array(z.object({ startTime: z.number(), title: z.string() })).min(1),
})

/** Chapters and transcripts answer as what they say they are, to apps of any origin; gives the chapters' titles. */
export async function checkCompanions({ podcastChapters, podcastTranscripts }: Item): Promise<string[]> {
  const chapters = await open(podcastChapters.url, 'application/json+chapters')
  const { chapters: list } = chaptersFile.parse(JSON.parse(chapters))
  expect(list[0]?.startTime).toBe(0)
  const texts = new Map(podcastTranscripts.map(({ url }) => [url.split('.').at(-1), url]))
  expect(await open(texts.get('vtt') ?? '', 'text/vtt; charset=utf-8')).toMatch(/^WEBVTT\n/)
  expect(await open(texts.get('srt') ?? '', 'application/x-subrip')).toMatch(/^1\n00:00:/)
  return list.map(({ title }) => title)
}

async function open(url: string, type: string): Promise<string> {
  const response = await fetch(url)
  expect([response.status, response.headers.get('content-type')]).toEqual([200, type])
  expect(response.headers.get('access-control-allow-origin')).toBe('*')
  return await response.text()
}
