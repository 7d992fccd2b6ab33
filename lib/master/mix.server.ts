import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Chapter } from '#lib/db/schema.ts'
import { decode, encode } from '#lib/machine/ffmpeg.server.ts'
import { removeParts, settleParts, soundPart } from '#lib/machine/ffmpeg-part.server.ts'
import { probe } from '#lib/machine/ffmpeg-probe.server.ts'
import { Refusal } from '#lib/machine/refusal.ts'
import { factorOf } from '#lib/sound/loudness.ts'
import { CutShaper } from './cut.ts'
import { readMeter } from './ebur128.server.ts'
import { type Id3Tags, id3Tag } from './id3.ts'
import { Limiter } from './limiter.ts'
import { lameScale, type MeterReading, nextRound, podcastMp3 } from './mp3.ts'
import { type MasterPlan, type PlannedCut, planPodcast } from './plan.ts'

/** A finished podcast file and what an independent meter found in it. */
export type RenderedMaster = MeterReading & {
  sizeBytes: number
  sha256: string
  durationMs: number
  chapters: Chapter[]
  /** How often it was rendered until it was good: mostly once. */
  rounds: number
  /** The most that the limiter took away, in dB (0 or negative). */
  mostLimitedDb: number
}

export type Rendering = {
  /** Chapters come from the plan. */
  tags: Omit<Id3Tags, 'chapters'>
  signal?: AbortSignal | undefined
  /** Share done, 0–1, never going back. */
  onProgress?: ((share: number) => void) | undefined
}

/** A podcast may not decode above this, in dBTP. */
const mostDbtp = -1
const mostRounds = 5
/** Of one round, rendering takes this share and checking the rest. */
const renderingShare = 0.8

/**
 * Renders a plan into one MP3 at `out`, checks it with another meter, and renders again when it is off.
 * The file appears whole, tagged and good, or not at all; a run that was killed may simply be started again.
 */
export async function renderPodcast(plan: MasterPlan, out: string, how: Rendering): Promise<RenderedMaster> {
  if (plan.cuts.length === 0) throw new Refusal('master.empty')
  const untagged = join(dirname(out), `.${basename(out)}.untagged`)
  try {
    const good = await renderUntilGood(plan, untagged, how)
    const file = await writeTagged(untagged, out, id3Tag({ ...how.tags, chapters: plan.chapters }))
    how.onProgress?.(1)
    return { ...good, ...file, durationMs: plan.durationMs, chapters: plan.chapters }
  } finally {
    await rm(untagged, { force: true })
    await removeParts([untagged, out])
  }
}

async function renderUntilGood(first: MasterPlan, path: string, { signal, onProgress }: Rendering) {
  let plan = first
  let trimDb = 0
  for (let rounds = 1; ; rounds++) {
    // A second round is rare and not foreseen: each one has a tenth of what was left.
    const tell = (share: number) => onProgress?.(1 - 0.1 ** (rounds - 1) * (1 - 0.9 * share))
    const once = { signal, onProgress: (share: number) => tell(renderingShare * share) }
    const mostLimitedDb = await renderOnce(plan, path, trimDb, once)
    const found = await readMeter(path, { signal })
    tell(1)
    const { ceilingDbtp } = plan.targets
    const next = nextRound({ trimDb, ceilingDbtp }, found, { aimLufs: plan.predictedLufs, mostDbtp })
    if (!next || rounds === mostRounds) {
      refuseIfOff(plan, found)
      await refuseIfLonger(plan, path, signal)
      return { ...found, rounds, mostLimitedDb }
    }
    trimDb = next.trimDb
    plan = planPodcast(first.items, { ...first.targets, ceilingDbtp: next.ceilingDbtp })
  }
}

type Once = { signal: AbortSignal | undefined; onProgress: (share: number) => void }

async function renderOnce(plan: MasterPlan, path: string, trimDb: number, { signal, onProgress }: Once) {
  const { channels } = plan
  const limiter = new Limiter(channels, factorOf(plan.targets.ceilingDbtp))
  const totalFrames = plan.durationMs * 48
  await encode(
    { pcm: programme(), sampleRateHz: 48_000, channels },
    [{ path, options: podcastMp3(channels) }],
    { signal },
  )
  return 20 * Math.log10(limiter.lowestGain)

  async function* programme() {
    let frames = 0
    for (const cut of plan.cuts) {
      for await (const block of cutBlocks(cut, channels, trimDb, signal)) {
        frames += block.length / channels
        yield forLame(limiter.push(block))
        onProgress(frames / totalFrames)
      }
    }
    yield forLame(limiter.finish())
  }
}

async function* cutBlocks(cut: PlannedCut, channels: number, trimDb: number, signal?: AbortSignal) {
  const shaper = new CutShaper(cut, channels, trimDb)
  const { startMs, endMs, file } = cut
  const span = {
    startMs,
    durationMs: endMs - startMs + 100,
    sampleRateHz: 48_000,
    channels: cut.channels,
    signal,
  }
  for await (const block of decode(file, span)) {
    yield shaper.shape(block)
    if (shaper.missing === 0) return
  }
  if (shaper.missing > 4_800)
    throw new Error(`"${cut.title}" is ${shaper.missing} frames shorter than measured`)
  yield shaper.shape(new Float32Array(shaper.missing * cut.channels))
}

function forLame(block: Float32Array): Float32Array {
  for (let i = 0; i < block.length; i++) block[i] = (block[i] ?? 0) / lameScale
  return block
}

function refuseIfOff({ predictedLufs }: MasterPlan, found: MeterReading): void {
  const offLu = predictedLufs === null ? 0 : Math.abs((found.integratedLufs ?? -70) - predictedLufs)
  if (offLu <= 0.5 && (found.truePeakDbtp ?? -70) <= mostDbtp) return
  const got = `${found.integratedLufs} LUFS and ${found.truePeakDbtp} dBTP`
  throw new Error(`Could not bring the master to ${predictedLufs} LUFS under ${mostDbtp} dBTP: it has ${got}`)
}

async function refuseIfLonger(plan: MasterPlan, path: string, signal?: AbortSignal): Promise<void> {
  const { durationMs } = await probe(path, signal)
  if (Math.abs((durationMs ?? 0) - plan.durationMs) > 100) {
    throw new Error(`The master lasts ${durationMs} ms instead of ${plan.durationMs} ms`)
  }
}

async function writeTagged(untagged: string, out: string, tag: Uint8Array) {
  const hash = createHash('sha256').update(tag)
  let sizeBytes = tag.length
  await pipeline(
    async function* () {
      yield tag
      for await (const chunk of createReadStream(untagged)) {
        hash.update(chunk)
        sizeBytes += chunk.length
        yield chunk
      }
    },
    createWriteStream(soundPart(out)),
  )
  await settleParts([out])
  return { sizeBytes, sha256: hash.digest('hex') }
}
