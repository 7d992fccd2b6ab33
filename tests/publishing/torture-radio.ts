import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { and, asc, desc, eq, isNotNull, isNull } from 'drizzle-orm'
import { findRunningPostgres } from '#lib/db/embedded.server.ts'
import { episodes, masters, publications, rundownItems } from '#lib/db/schema.ts'
import { openFiles } from '#lib/machine/files.server.ts'
import { publishEpisode } from '#lib/publishing/publishing.server.ts'
import { type Radio, runToEnd, startRadio } from '#tests/hostile/radio.ts'
import type { Given, Sound } from './killing.ts'
import { radioOf } from './radio.ts'

/** A running radio with three published episodes of `seconds` each, made up for listeners; or the example, as it is. */
export async function publishedRadio({ example, seconds = 6 }: { example?: boolean; seconds?: number } = {}) {
  const radio = await startRadio()
  if (example) {
    const loaded = await runToEnd(['lib/bobine.ts', 'example'], { BOBINE_DATA: radio.data }, 3_600_000)
    if (loaded.code !== 0) throw new Error(loaded.output)
    return radio
  }
  const furnished = await radioOf(radio.db, radio.data)
  for (const title of ['Les citrons & le sel', 'L’été « en fête »', 'Le banc de la gare']) {
    const { id } = await furnished.episode(title, { seconds })
    await publishEpisode(radio.db, 'console', id, null, furnished.house)
  }
  await furnished.close()
  return radio
}

/** What it takes to publish the newest published episode of a radio over and over. */
export async function editionsOf(radio: Radio): Promise<Omit<Given, 'kills' | 'snapshots'>> {
  const { db, data } = radio
  const postgres = await findRunningPostgres(join(data, 'postgres'))
  const [published] = await db
    .select({ episodeId: episodes.id, slug: episodes.slug, master: masters })
    .from(publications)
    .innerJoin(episodes, eq(episodes.id, publications.episodeId))
    .innerJoin(masters, eq(masters.id, publications.masterId))
    .orderBy(desc(publications.publishedAt))
    .limit(1)
  if (!postgres || !published) throw new Error('Nothing is published')
  const ofEpisode = and(eq(rundownItems.episodeId, published.episodeId), isNull(rundownItems.deletedAt))
  const [line] = await db
    .select({ storyId: rundownItems.storyId })
    .from(rundownItems)
    .where(and(ofEpisode, isNotNull(rundownItems.storyId)))
    .orderBy(asc(rundownItems.position))
    .limit(1)
  if (!line?.storyId) throw new Error('No text is in the episode')
  const { host, port, user, database } = postgres
  const sounds = await soundsLike(published.master, data)
  return { radio, address: { host, port, user, database }, ...published, storyId: line.storyId, sounds }
}

/** The same sound three times with other bytes: old tags at its end, which players pass over. */
async function soundsLike({ file, durationMs }: Given['master'], data: string): Promise<Sound[]> {
  const files = await openFiles(data)
  const whole = await readFile(files.path(file ?? ''))
  return await Promise.all(
    [1, 2, 3].map(async (count) => {
      const tag = Buffer.from('TAG'.padEnd(128, String(count)))
      const bytes = Buffer.concat([whole, ...Array.from({ length: count }, () => tag)])
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      return {
        file: await files.putBytes('masters/', '.mp3', bytes),
        sizeBytes: bytes.length,
        sha256,
        durationMs,
      }
    }),
  )
}
