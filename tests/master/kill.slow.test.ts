import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { clips, masters, shows } from '#lib/db/schema.ts'
import { openFiles } from '#lib/machine/files.server.ts'
import { askMaster } from '#lib/master/master.server.ts'
import type { Actor } from '#lib/people/can.ts'
import { addMember } from '#lib/people/members.server.ts'
import { addItem } from '#lib/rundown/rundown.server.ts'
import { planNextEpisode } from '#lib/rundown/template.server.ts'
import { receiveClip } from '#lib/sound/sound.server.ts'
import { testDatabase } from '#tests/database.ts'
import { soundFolder, synth } from '#tests/machine/ffmpeg-samples.ts'
import { speech } from './odd-sounds.ts'

/** More of them by hand: `KILLS=12`. */
const kills = Number(process.env.KILLS ?? 3)
const radio = testDatabase({ jobs: true })
const sounds = soundFolder()
let room: string
let nadia: Actor
beforeAll(async () => {
  room = await realpath(await mkdtemp(join(tmpdir(), 'bobine-kill-')))
  await openFiles(room)
  const memberId = await addMember(radio.db, 'console', {
    ...{ name: 'Nadia', role: 'coordination', houseId: null, email: null },
  })
  nadia = { memberId, name: 'Nadia', role: 'coordination', houseId: null, sessionId: 's' }
  await radio.db.insert(shows).values({ name: 'La Bobine' })
}, 60_000)
afterAll(async () => {
  sounds.remove()
  await rm(room, { recursive: true, force: true })
})

async function startServer(): Promise<ChildProcess> {
  const script = join(import.meta.dirname, 'rendering-server.ts')
  const child = spawn(process.execPath, [script, JSON.stringify(radio.address), room], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  await once(child.stdout, 'data')
  return child
}

async function kill(child: ChildProcess) {
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
}

/** ffmpeg runs on files of this radio. */
const orphans = () =>
  execFileSync('sh', ['-c', 'ps -eo args | grep "[f]fmpeg" || true'], { encoding: 'utf8' })
    .split('\n')
    .filter((line) => line.includes(room))

const strays = async () =>
  (await readdir(join(room, 'files'), { recursive: true })).filter((name) =>
    /\.part$|antenne-|\/work\/./.test(`/${name}`),
  )

test('killed at any moment of measuring and rendering, it finishes with one result', {
  timeout: 600_000,
}, async () => {
  const path = sounds.make('plateau.wav', ...synth(speech(1, -6), 240))
  const clipId = await receiveClip(radio.db, nadia, path, { name: 'plateau.wav' })
  const episodeId = await planNextEpisode(radio.db, nadia, new Date())
  await addItem(radio.db, nadia, episodeId, { kind: 'voice', title: 'Plateau', clipId })
  const isReady = async () => {
    const [clip] = await radio.db.select({ state: clips.state }).from(clips).where(eq(clips.id, clipId))
    return clip?.state === 'ready'
  }
  let server = await startServer()
  let asked: string | null = null
  for (let killed = 0; killed < kills; killed++) {
    await wait(300 + Math.random() * 2500)
    if (!asked && (await isReady())) asked = await askMaster(radio.db, nadia, episodeId)
    await kill(server)
    await wait(1000)
    expect(orphans()).toEqual([])
    server = await startServer()
  }
  await expect.poll(isReady, { timeout: 120_000, interval: 500 }).toBe(true)
  const masterId = asked ?? (await askMaster(radio.db, nadia, episodeId))
  const found = async () => await radio.db.select().from(masters).where(eq(masters.episodeId, episodeId))
  await expect.poll(async () => (await found())[0]?.state, { timeout: 120_000, interval: 500 }).toBe('ready')
  await expect
    .poll(async () => (await found())[0]?.variants.length, { timeout: 60_000, interval: 500 })
    .toBe(2)
  expect(await found()).toMatchObject([{ id: masterId, state: 'ready' }])
  expect(
    (await readdir(join(room, 'files/masters'))).filter((name) => name.endsWith(`${masterId}.mp3`)),
  ).toHaveLength(1)
  server.kill('SIGKILL')
  await wait(500)
  expect(orphans()).toEqual([])
  expect(await strays()).toEqual([])
})
