import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createReadStream } from 'node:fs'
import { chmod, mkdtemp, realpath, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'
import { eq } from 'drizzle-orm'
import { Upload } from 'tus-js-client'
import { type Address, type Db, openDatabase } from '#lib/db/db.server.ts'
import { startEmbeddedPostgres } from '#lib/db/embedded.server.ts'
import { clips, members } from '#lib/db/schema.ts'
import { processorSeconds, residentBytes, watchMemory } from './process-tree.ts'

const run = promisify(execFile)
const ffmpeg = process.env.FFMPEG_PATH ?? 'ffmpeg'
const quiet = ['-v', 'error', '-y', '-nostdin']

type Radio = { room: string; db: Db; address: Address; memberId: string }
type Run = { seconds: number; processor: number; restBytes: number; mostBytes: number }

/**
 * From the first byte sent to a sound that is ready to be cut and played: an hour as WAV and as MP3, the median of
 * `BENCH_ROUNDS` (five unless told), then five hours once. The station is a process of its own and new each time;
 * processor and memory are its own and ffmpeg's, neither the sender's nor PostgreSQL's. `BENCH_MINUTES` shortens
 * the hour.
 */
export async function benchUpload() {
  const minutes = Number(process.env.BENCH_MINUTES ?? 60)
  const rounds = Number(process.env.BENCH_ROUNDS ?? 5)
  await withRadio(async (radio) => {
    const wav = await makeSound(radio.room, 'hour.wav', minutes, ['-c:a', 'pcm_s16le'])
    const mp3 = await makeSound(radio.room, 'hour.mp3', minutes, ['-c:a', 'libmp3lame', '-b:a', '128k'])
    const runs = new Map<string, Run[]>()
    for (let round = 0; round < rounds; round++)
      for (const sound of [wav, mp3])
        runs.set(sound, [...(runs.get(sound) ?? []), await uploadOnce(radio, sound)])
    tell(`${minutes} min, 48 kHz stereo WAV`, minutes, runs.get(wav) ?? [])
    tell(`${minutes} min, MP3 at 128 kb/s`, minutes, runs.get(mp3) ?? [])
    // Five hours are the most that is taken in: an encoder's padding may not pass them.
    const long = minutes * 4.98
    const fiveHours = await makeSound(radio.room, 'long.mp3', long, ['-c:a', 'libmp3lame', '-b:a', '128k'])
    tell(`${long.toFixed(0)} min, MP3 at 128 kb/s`, long, [await uploadOnce(radio, fiveHours)])
  })
}

async function withRadio(work: (radio: Radio) => Promise<void>) {
  const room = await mkdtemp(join(tmpdir(), 'bobine-upload-bench-'))
  // PostgreSQL runs under a user of its own where we are root.
  await chmod(room, 0o755)
  const postgres = await startEmbeddedPostgres({ dir: join(room, 'postgres'), holder: 'command' })
  const { host, port, user, database } = postgres
  const address = { host, port, user, database }
  const opened = await openDatabase(address)
  try {
    const [member] = await opened.db
      .insert(members)
      .values({ name: 'Nadia', role: 'coordination' })
      .returning()
    if (!member) throw new Error('No member was made')
    await work({ room, db: opened.db, address, memberId: member.id })
  } finally {
    await opened.close()
    await postgres.stop()
    await rm(await realpath(join(room, 'postgres')), { recursive: true, force: true })
    await rm(room, { recursive: true, force: true })
  }
}

/** A minute of two channels as far apart as a studio's, played again until it is long enough. */
async function makeSound(room: string, name: string, minutes: number, coding: string[]): Promise<string> {
  const minute = join(room, `minute.${name}`)
  const seconds = Math.min(60, minutes * 60)
  const source = `anoisesrc=r=48000:c=pink:d=${seconds}:a=0.3,tremolo=f=0.3:d=0.9`
  const spread = ['-af', 'aformat=channel_layouts=stereo,adelay=0|11']
  await run(ffmpeg, [...quiet, '-f', 'lavfi', '-i', source, ...spread, ...coding, minute])
  const path = join(room, name)
  const again = ['-stream_loop', '-1', '-i', minute, '-t', `${minutes * 60}`, '-c', 'copy']
  await run(ffmpeg, [...quiet, ...again, path])
  return path
}

async function uploadOnce(radio: Radio, path: string): Promise<Run> {
  const data = join(radio.room, 'data')
  const { station, endpoint } = await startStation(radio.address, data)
  const pid = station.pid ?? 0
  try {
    // What a process takes to start is none of a sound's business.
    await wait(1000)
    const restBytes = await residentBytes(pid)
    const before = await processorSeconds(pid)
    const memory = watchMemory(pid)
    const from = performance.now()
    await untilReady(radio.db, await send(endpoint, radio.memberId, path))
    const seconds = (performance.now() - from) / 1000
    const mostBytes = await memory.stop()
    return { seconds, processor: (await processorSeconds(pid)) - before, restBytes, mostBytes }
  } finally {
    const gone = once(station, 'exit')
    station.kill('SIGKILL')
    await gone
    await radio.db.delete(clips)
    await rm(data, { recursive: true, force: true })
  }
}

async function startStation(
  address: Address,
  data: string,
): Promise<{ station: ChildProcess; endpoint: string }> {
  const script = join(import.meta.dirname, 'upload-station.ts')
  const station = spawn(process.execPath, [script, JSON.stringify(address), data], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line] = await once(station.stdout, 'data')
  return { station, endpoint: String(line).trim() }
}

/** Sends a file as a page does, in pieces of eight megabytes; answers the sound's id. */
async function send(endpoint: string, memberId: string, path: string): Promise<string> {
  const { size } = await stat(path)
  return await new Promise((done, fail) => {
    const upload = new Upload(createReadStream(path), {
      ...{ endpoint, uploadSize: size, chunkSize: 8_000_000, headers: { 'x-member': memberId } },
      metadata: { name: 'hour' },
      onSuccess: () => done(upload.url?.split('/').at(-1) ?? ''),
      onError: fail,
    })
    upload.start()
  })
}

async function untilReady(db: Db, clipId: string) {
  for (;;) {
    const [clip] = await db
      .select({ state: clips.state, refusal: clips.refusal })
      .from(clips)
      .where(eq(clips.id, clipId))
    if (clip?.state === 'ready') return
    if (clip?.state === 'refused') throw new Error(`The sound was refused: ${clip.refusal}`)
    await wait(50)
  }
}

const middle = (values: readonly number[]) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0

function tell(what: string, minutes: number, runs: readonly Run[]) {
  const seconds = runs.map((one) => one.seconds)
  const median = middle(seconds)
  const span = `${Math.min(...seconds).toFixed(1)}–${Math.max(...seconds).toFixed(1)}, ${runs.length} runs`
  const over = middle(runs.map(({ mostBytes, restBytes }) => mostBytes - restBytes)) / 1e6
  const rest = middle(runs.map(({ restBytes }) => restBytes)) / 1e6
  const processor = middle(runs.map((one) => one.processor))
  process.stdout.write(
    `  upload → ready, ${what.padEnd(32)} ${median.toFixed(1)} s (${span})  ${((minutes * 60) / median).toFixed(0)}× real time, ` +
      `${processor.toFixed(1)} s of processor, ${over.toFixed(0)} MB over ${rest.toFixed(0)} MB at rest\n`,
  )
}
