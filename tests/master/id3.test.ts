import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { afterAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { type Id3Tags, id3Tag } from '#lib/master/id3.ts'
import { soundFolder, synth } from '#tests/machine/ffmpeg-samples.ts'

const sounds = soundFolder()
afterAll(sounds.remove)

const plain: Id3Tags = {
  ...{ title: 'Les citrons', artist: 'Les quatorze', album: 'La Bobine', language: 'fra', chapters: [] },
}
const stream = readFileSync(
  sounds.make('stream.mp3', ...synth('sine=440', 20), '-id3v2_version', '0', '-b:a', '64k'),
)

const answered = z.object({
  chapters: z.array(
    z.object({
      start_time: z.string(),
      end_time: z.string(),
      tags: z.object({ title: z.string() }).optional(),
    }),
  ),
  format: z.object({ tags: z.record(z.string(), z.string()).default({}), duration: z.string() }),
  streams: z.array(z.object({ codec_name: z.string(), width: z.number().optional() })),
})

/** What ffprobe reads from a real MP3 under this tag. */
function read(tags: Id3Tags) {
  const path = sounds.write('tagged.mp3', Buffer.concat([id3Tag(tags), stream]))
  const asked = ['-v', 'error', '-of', 'json', '-show_chapters', '-show_format', '-show_streams', path]
  return answered.parse(JSON.parse(execFileSync('ffprobe', asked, { encoding: 'utf8' })))
}

describe('ID3v2.3, read back by ffprobe', () => {
  test('who, what, when', () => {
    const { format } = read({ ...plain, track: 12, date: '2026-11-24', comment: 'Une ligne\nune autre' })
    expect(format.tags).toMatchObject({
      ...{ title: 'Les citrons', artist: 'Les quatorze', album: 'La Bobine', track: '12', genre: 'Podcast' },
      ...{ language: 'fra', date: '2026-11-24', comment: 'Une ligne\nune autre' },
    })
    expect(Number(format.duration)).toBeCloseTo(20, 1)
  })

  test('chapters to the millisecond', () => {
    const chapters = [
      { startMs: 0, endMs: 1234, title: 'Générique' },
      { startMs: 1234, endMs: 20_000, title: 'L’été d’Aïcha — « 1re » partie' },
    ]
    expect(read({ ...plain, chapters }).chapters).toEqual([
      expect.objectContaining({ start_time: '0.000000', end_time: '1.234000', tags: { title: 'Générique' } }),
      expect.objectContaining({ start_time: '1.234000', tags: { title: 'L’été d’Aïcha — « 1re » partie' } }),
    ])
  })

  test('more chapters than fit are cut at 255', () => {
    const chapters = Array.from({ length: 300 }, (_, i) => ({ startMs: i, endMs: i + 1, title: `${i}` }))
    expect(read({ ...plain, chapters }).chapters).toHaveLength(255)
  })

  test('a cover', () => {
    const cover = readFileSync(sounds.make('cover.jpg', ...synth('color=red:s=64x64', 1), '-frames:v', '1'))
    expect(read({ ...plain, cover }).streams).toContainEqual({ codec_name: 'mjpeg', width: 64 })
  })

  const titles: [typed: string, kept: string][] = [
    ['<b>]]></b> & "guillemets" \'simples\'', '<b>]]></b> & "guillemets" \'simples\''],
    ['emoji 🍋🧵 et ☂', 'emoji 🍋🧵 et ☂'],
    ['deux\r\nlignes\tet\u0000un zéro', 'deux lignes et un zéro'],
    ['moitié \uD83C d’emoji', 'moitié \uFFFD d’emoji'],
    ['العربية', 'العربية'],
    ['x'.repeat(5000), 'x'.repeat(1000)],
  ]
  test.each(titles)('a title may be %j', (typed, kept) => {
    const { format, chapters } = read({
      ...plain,
      title: typed,
      chapters: [{ startMs: 0, endMs: 9, title: typed }],
    })
    expect(format.tags.title).toBe(kept)
    expect(chapters[0]?.tags?.title).toBe(kept)
  })

  test('an empty title leaves no frame', () => {
    expect(read({ ...plain, title: ' \n ' }).format.tags.title).toBeUndefined()
  })
})
