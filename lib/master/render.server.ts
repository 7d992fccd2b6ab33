import { availableParallelism } from 'node:os'
import type { AntenneFormat } from '#lib/db/schema.ts'
import { makeCrew } from '#lib/machine/crew.ts'
import { freeBytes, isDiskFull, isThere } from '#lib/machine/disk.server.ts'
import { Refusal } from '#lib/machine/refusal.ts'
import { type BroadcastTags, writeAntenne } from './antenne.server.ts'
import { type Cache, openCache } from './cache.server.ts'
import type { Id3Tags } from './id3.ts'
import type { MasterItem } from './items.ts'
import { makeMixed } from './mixdown.server.ts'
import { type Mixed, mixKey } from './mixdown.ts'
import type { MeterReading } from './mp3.ts'
import { type MasterPlan, type Planning, planMaster } from './plan.ts'
import { type Written, writePodcast } from './podcast.server.ts'
import { type Mending, mendingOf, mostOffLu, type PeakOf } from './rendering.ts'

/** A finished master and what an independent meter found in it. */
export type RenderedMaster = MeterReading & {
  plan: MasterPlan
  sizeBytes: number
  sha256: string
  /** How often it was rendered until it was good: mostly once. */
  rounds: number
  peaks: PeakOf[]
}

/** A podcast is an MP3 with these tags; an antenne master what the station wishes for. */
export type MasterFormat =
  | { kind: 'podcast'; tags: Omit<Id3Tags, 'chapters'> }
  | { kind: 'antenne'; format: AntenneFormat; tags: BroadcastTags; mostDbtp: number }

export type Rendering = {
  format: MasterFormat
  cache: Cache
  signal?: AbortSignal | undefined
  /** Share done, 0–1, never going back. */
  onProgress?: ((share: number) => void) | undefined
}

/** A podcast may not decode above this, in dBTP. */
const mostPodcastDbtp = -1
const mostRounds = 5
/** Bytes that stay free beside what is rendered. */
const marginBytes = 500_000_000

/** All renders of this process share its cores. */
export const crew = makeCrew(availableParallelism())

/**
 * Renders lines into one file at `out`, lets another meter listen, and mends what is off. The file appears
 * whole, tagged and good, or not at all. What was made before is not made again; a run that was killed may
 * simply be started again, and goes on where it was. Refuses `master.empty`, `disk.full` and
 * `master.sound-gone`.
 */
export async function renderMaster(
  items: readonly MasterItem[],
  out: string,
  planning: Planning,
  how: Rendering,
): Promise<RenderedMaster> {
  await openCache(how.cache)
  const mixed = new Map(planning.mixed)
  const told = progressOf(how.onProgress)
  const mostDbtp = how.format.kind === 'antenne' ? how.format.mostDbtp : mostPodcastDbtp
  let mending: Mending = {
    correctionDb: planning.correctionDb ?? 0,
    loweredDb: planning.loweredDb ?? new Map(),
  }
  try {
    for (let rounds = 1; ; rounds++) {
      const plan = await mixAll(items, { ...planning, ...mending }, mixed, how, told)
      const written = await write(plan, out, how, told)
      const next = mendingOf(plan, written.reading, written.peaks, { mostDbtp, made: mending })
      if (!next || rounds === mostRounds) return finished(plan, written, rounds, mostDbtp)
      mending = next
    }
  } catch (cause) {
    if (isDiskFull(cause)) throw new Refusal('disk.full', {}, { cause })
    const gone = how.signal?.aborted
      ? null
      : await goneFrom(planning.fill ? [...items, planning.fill] : items)
    throw gone === null ? cause : new Refusal('master.sound-gone', { title: gone }, { cause })
  }
}

/** The title of the first line whose sound is no longer on disk, or null. */
async function goneFrom(items: readonly MasterItem[]): Promise<string | null> {
  for (const { title, sound, bed } of items.filter(({ barred }) => barred === null))
    for (const file of [sound?.file, bed?.file])
      if (file !== undefined && !(await isThere(file))) return title
  return null
}

/** Makes what must be mixed or limited first, until the plan is cut from finished files alone. */
async function mixAll(
  items: readonly MasterItem[],
  planning: Planning,
  mixed: Map<string, Mixed>,
  { cache, signal }: Rendering,
  told: Told,
): Promise<MasterPlan> {
  for (;;) {
    signal?.throwIfAborted()
    const plan = planMaster(items, { ...planning, mixed })
    if (plan.lines.length === 0) throw new Refusal('master.empty')
    if (plan.toMix.length === 0) return plan
    await refuseIfFull(cache.folder, plan)
    const totalMs = plan.toMix.reduce((sum, { durationMs }) => sum + durationMs, 0)
    const share = told.part(totalMs * 2)
    await all(plan.toMix, async (mixdown, stop) => {
      const made = await makeMixed(cache, mixdown, { signal: joined(signal, stop) })
      mixed.set(mixKey(mixdown), made)
      share(mixdown.durationMs * 2)
    })
  }
}

async function write(plan: MasterPlan, out: string, how: Rendering, told: Told): Promise<Written> {
  await refuseIfFull(how.cache.folder, plan)
  const share = told.part(plan.durationMs)
  const writing = { cache: how.cache, signal: how.signal, onDone: share, all }
  return how.format.kind === 'podcast'
    ? await writePodcast(plan, out, how.format.tags, writing)
    : await writeAntenne(plan, out, how.format, writing)
}

function finished(
  plan: MasterPlan,
  { reading, peaks, sizeBytes, sha256 }: Written,
  rounds: number,
  mostDbtp: number,
) {
  const { aimLufs } = plan
  const offLu = aimLufs === null ? 0 : Math.abs((reading.integratedLufs ?? -70) - aimLufs)
  if (offLu > mostOffLu || (reading.truePeakDbtp ?? -70) > mostDbtp) {
    const got = `${reading.integratedLufs} LUFS and ${reading.truePeakDbtp} dBTP`
    throw new Error(`Could not bring the master to ${aimLufs} LUFS under ${mostDbtp} dBTP: it has ${got}`)
  }
  return { ...reading, plan, peaks, sizeBytes, sha256, rounds }
}

/** Does something to each of many at once, as many as there are cores; the first failure stops the others. */
export async function all<T>(
  things: readonly T[],
  task: (thing: T, stop: AbortSignal) => Promise<void>,
): Promise<void> {
  const stop = new AbortController()
  const tasks = things.map((thing) =>
    crew(async () => {
      if (!stop.signal.aborted) await task(thing, stop.signal)
    }).catch((cause: unknown) => {
      stop.abort(cause)
      throw cause
    }),
  )
  const settled = await Promise.allSettled(tasks)
  if (stop.signal.aborted) throw stop.signal.reason
  if (settled.some(({ status }) => status === 'rejected')) throw new Error('A part of the master failed')
}

const joined = (signal: AbortSignal | undefined, stop: AbortSignal) =>
  signal ? AbortSignal.any([signal, stop]) : stop

type Told = { part: (totalMs: number) => (doneMs: number) => void }

/** A further part shares what is left: its size is not known before the one before it is done. */
function progressOf(onProgress: Rendering['onProgress']): Told {
  let from = 0
  return {
    part: (totalMs) => {
      const [start, room] = [from, (1 - from) * 0.9]
      let done = 0
      return (doneMs) => {
        done += doneMs
        from = start + room * Math.min(1, done / Math.max(1, totalMs))
        onProgress?.(from)
      }
    },
  }
}

async function refuseIfFull(folder: string, { durationMs, targets }: MasterPlan): Promise<void> {
  const bytesPerMs = targets.kind === 'podcast' ? 48 : 2 * 288
  const needed = durationMs * bytesPerMs + marginBytes
  if ((await freeBytes(folder)) < needed) throw new Refusal('disk.full')
}
