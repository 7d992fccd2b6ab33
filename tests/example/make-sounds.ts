/**
 * Makes every sound of the example again, into `public/exemple/`: speech by espeak-ng, music and
 * ambience by our own code, assembled and encoded by ffmpeg. Needs `espeak-ng` and an `ffmpeg` with
 * libopus; nobody who uses the app ever runs it.
 *
 *     node tests/example/make-sounds.ts            all of them, about six minutes
 *     node tests/example/make-sounds.ts citrons    those whose file name says so
 */
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { exampleContent } from '#lib/example/content.ts'
import type { ExampleSound } from '#lib/example/shape.ts'
import { ambience } from './ambience.ts'
import { mixMusic, mixSpeech, type Place, toOpus } from './mix.ts'
import { pieces } from './score.ts'
import { readAloud, type Take } from './speech.ts'

const out = new URL('../../public/exemple/', import.meta.url).pathname

/** Everything else is recorded in the studio. */
const places: Record<string, Place> = {
  'citrons.opus': 'kitchen',
  'micro-trottoir.opus': 'street',
  'covoiturage.opus': 'car',
}

await mkdir(out, { recursive: true })
const wanted = process.argv.slice(2)
for (const sound of exampleContent.sounds)
  if (wanted.length === 0 || wanted.some((word) => sound.file.includes(word))) await make(sound)

async function make(sound: ExampleSound): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'bobine-sounds-'))
  try {
    const mixed = sound.story === null ? await music(sound, folder) : await speech(sound, sound.story, folder)
    await toOpus(mixed, join(out, sound.file), { ...sound, music: sound.story === null })
  } finally {
    await rm(folder, { recursive: true })
  }
}

async function music(sound: ExampleSound, folder: string): Promise<string> {
  const piece = pieces[sound.file.replace('.opus', '')]
  if (piece === undefined) throw new Error(`No score for ${sound.file}`)
  return mixMusic(folder, piece())
}

async function speech(sound: ExampleSound, storyKey: string, folder: string): Promise<string> {
  const story = exampleContent.stories.find(({ key }) => key === storyKey)
  if (story === undefined) throw new Error(`No story ${storyKey}`)
  const take = await readAloud(story.text, sound.durationMs)
  tell(sound, take)
  const place = places[sound.file] ?? 'studio'
  const passers = take.lines.filter((_, i) => i % 3 === 1).map((line) => line.samples)
  const air = ambience(place, sound.durationMs / 1000, passers)
  return mixSpeech(folder, take.lines, sound.durationMs, place, air)
}

function tell(sound: ExampleSound, { wordsPerMinute, longestGapS }: Take): void {
  const pause = longestGapS.toFixed(2)
  process.stdout.write(`${sound.file}: espeak-ng -s ${wordsPerMinute}, longest pause ${pause} s\n`)
}
