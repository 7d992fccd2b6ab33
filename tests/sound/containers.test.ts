import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openFiles } from '#lib/machine/files.server.ts'
import type { Actor } from '#lib/people/can.ts'
import { prepareClip } from '#lib/sound/prepare-clip.server.ts'
import { readClip, receiveClip } from '#lib/sound/sound.server.ts'
import { testDatabase } from '#tests/database.ts'
import { soundFolder, synth } from '#tests/machine/ffmpeg-samples.ts'
import { member } from '#tests/story/people.ts'

const radio = testDatabase({ jobs: true })
const sounds = soundFolder()
const seconds = 8
let dataDir: string
let fatiha: Actor

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'bobine-containers-'))
  await openFiles(dataDir)
  fatiha = await member(radio.db, 'Fatiha')
})
afterAll(async () => {
  sounds.remove()
  await rm(dataDir, { recursive: true, force: true })
})

const talk = synth('anoisesrc=color=pink:seed=1:a=0.5:r=48000', seconds)
/** As browsers write while they record: pieces of a second, no length in the head, no index at the end. */
const recorders: Record<string, string[]> = {
  'Android, Chrome: webm': ['-c:a', 'libopus', '-f', 'webm', '-live', '1', '-cluster_time_limit', '1000'],
  'iPhone: fragmented mp4': [
    ...['-c:a', 'aac', '-f', 'mp4', '-frag_duration', '1000000'],
    ...['-movflags', 'frag_keyframe+empty_moov+default_base_moof'],
  ],
  'Firefox: ogg': ['-c:a', 'libopus', '-f', 'ogg', '-page_duration', '1000000'],
}

async function lengthOf(path: string) {
  const id = await receiveClip(radio.db, fatiha, path, { name: 'prise' })
  await prepareClip(radio.db, id, new AbortController().signal)
  const { state, refusal, durationMs } = await readClip(radio.db, fatiha, id)
  return { state, refusal, seconds: (durationMs ?? 0) / 1000 }
}

describe.each(Object.entries(recorders))('%s', (name, options) => {
  const whole = () => sounds.make(name.replace(/\W+/g, '-'), ...talk, ...options)

  test('whole', async () => {
    const { state, seconds: length } = await lengthOf(whole())
    expect(state).toBe('ready')
    expect(Math.abs(length - seconds)).toBeLessThan(0.1)
  })

  test.each([0.9, 0.62, 0.37])('cut anywhere, at %d of its bytes: what is there is taken', async (share) => {
    const bytes = await readFile(whole())
    const cut = sounds.write(`${name}-${share}`.replace(/\W+/g, '-'), bytes.subarray(0, bytes.length * share))
    const { state, refusal, seconds: length } = await lengthOf(cut)
    expect([state, refusal]).toEqual(['ready', null])
    // The last second may be broken, not more.
    expect(length).toBeGreaterThan(share * seconds - 1.6)
    expect(length).toBeLessThanOrEqual(share * seconds + 0.6)
  })
})

test('a head without any sound is refused in words, not tried for ever', async () => {
  const bytes = await readFile(
    sounds.make('tete.webm', ...talk, ...(recorders['Android, Chrome: webm'] ?? [])),
  )
  expect(await lengthOf(sounds.write('tete', bytes.subarray(0, 120)))).toMatchObject({ state: 'refused' })
})
