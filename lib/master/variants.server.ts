import { and, eq } from 'drizzle-orm'
import type { Db } from '#lib/db/db.server.ts'
import { type MasterVariant, masters } from '#lib/db/schema.ts'
import { encode } from '#lib/machine/ffmpeg.server.ts'
import { encodeGraph } from '#lib/machine/ffmpeg-graph.server.ts'
import type { FileStore } from '#lib/machine/files.server.ts'
import { inputsOf } from './chunk.server.ts'
import { chunkGraph, chunksOf } from './chunks.ts'
import { cacheIn, masterSource, planWithKept } from './master.server.ts'
import { lameGainDb } from './mp3.ts'
import type { MasterPlan } from './plan.ts'
import { crew } from './render.server.ts'
import { fingerprintOf } from './whole-file.server.ts'

type Variant = Pick<MasterVariant, 'kind' | 'type'> & { ending: string; gainDb: number; options: string[] }

/** For slow networks and prepaid phones: 29 and 22 MB an hour instead of 58. */
const variants: readonly Variant[] = [
  {
    ...{ kind: 'light', ending: 'mp3', type: 'audio/mpeg', gainDb: lameGainDb },
    options: [
      '-f',
      'mp3',
      '-c:a',
      'libmp3lame',
      '-b:a',
      '64k',
      '-ac',
      '2',
      '-ar',
      '48000',
      '-id3v2_version',
      '0',
    ],
  },
  {
    ...{ kind: 'opus', ending: 'opus', type: 'audio/ogg', gainDb: 0 },
    options: ['-f', 'opus', '-c:a', 'libopus', '-b:a', '48k', '-ar', '48000'],
  },
]

/** ffmpeg may open this many files in its fence, with room for its own. */
const mostInputs = 48

/**
 * The job behind `master.made`: lighter copies of a podcast, from the same cuts and not from the MP3, unless the
 * rundown has moved on or there are too many cuts for one run. Hearing it twice makes them once.
 */
export async function makeVariants(
  db: Db,
  files: FileStore,
  masterId: string,
  signal: AbortSignal,
): Promise<void> {
  const [master] = await db.select().from(masters).where(eq(masters.id, masterId))
  if (!master?.file || master.kind !== 'podcast' || master.state !== 'ready' || master.variants.length > 0)
    return
  const { items, planning, version } = await masterSource(db, files, master.episodeId, 'podcast')
  const plan = await planWithKept(items, planning, cacheIn(files))
  const isSame = version === master.rundownVersion && plan.toMix.length === 0
  const folder = await files.workFolder(`variants-${masterId}`)
  try {
    const source = isSame ? plan : null
    const made: { part: string; variant: MasterVariant }[] = []
    for (const variant of variants) {
      const { kind, type, ending } = variant
      const part = `${folder}/${kind}.${ending}`
      await crew(() => encodeVariant(source, files.path(master.file ?? ''), variant, part, signal))
      const file = `masters/${masterId}-${kind}.${ending}`
      made.push({ part, variant: { kind, type, file, ...(await fingerprintOf(part)) } })
    }
    // Only once all are there: where the disk is full, none stays that nobody knows of.
    for (const { part, variant } of made) await files.put(variant.file, part)
    await db
      .update(masters)
      .set({ variants: made.map(({ variant }) => variant) })
      .where(and(eq(masters.id, masterId), eq(masters.state, 'ready')))
  } finally {
    await files.dropWork(`variants-${masterId}`)
  }
}

async function encodeVariant(
  plan: MasterPlan | null,
  master: string,
  { gainDb, options }: Variant,
  path: string,
  signal: AbortSignal,
): Promise<void> {
  const [whole] = plan ? chunksOf({ ...plan, lines: [] }, { longestMs: 1e12, context: 0, seam: 0 }) : []
  const inputs = inputsOf(whole?.sources ?? [])
  if (!whole || inputs.length > mostInputs)
    return await encode({ path: master }, [{ path, options }], { signal })
  await encodeGraph(inputs, chunkGraph({ ...whole, isMono: false }, gainDb), { path, options }, { signal })
}
