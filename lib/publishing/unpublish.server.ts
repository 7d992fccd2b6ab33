import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { deserialize, serialize } from 'node:v8'
import { eq, isNotNull } from 'drizzle-orm'
import type { Db } from '#lib/db/db.server.ts'
import { audit, episodes, publications, publicFiles, shows } from '#lib/db/schema.ts'
import { touchShow } from '#lib/episode/touch-show.server.ts'
import { Refusal } from '#lib/machine/refusal.ts'
import type { Actor } from '#lib/people/can.ts'
import { permit } from '#lib/people/permit.ts'
import { type PublicHouse, thePublicHouse } from './press.server.ts'
import { bringOutChecked } from './proved.server.ts'
import { findPublication } from './publication-rows.server.ts'
import { readSoundOnDisk } from './sound-on-disk.server.ts'
import { readVoicesWithout } from './voices.server.ts'

type Kept = { publication: typeof publications.$inferSelect; files: (typeof publicFiles.$inferSelect)[] }

/**
 * Takes an episode out of feed and site at once. Its guid stays for the day it comes back. What was seen is kept for an
 * hour among unfinished work, for a finger that slipped.
 */
export async function unpublishEpisode(
  db: Db,
  actor: Actor,
  episodeId: string,
  house: PublicHouse = thePublicHouse(),
) {
  permit(actor, 'episode.publish', null)
  await db.transaction(async (tx) => {
    await tx.update(episodes).set({ publishAt: null }).where(eq(episodes.id, episodeId))
    const files = await tx.select().from(publicFiles).where(eq(publicFiles.episodeId, episodeId))
    const [publication] = await tx
      .delete(publications)
      .where(eq(publications.episodeId, episodeId))
      .returning()
    if (!publication) return
    await touchShow(tx)
    await tx.delete(publicFiles).where(eq(publicFiles.episodeId, episodeId))
    await tx
      .insert(audit)
      .values({ memberId: actor.memberId, what: 'episode.unpublished', object: episodeId })
    const folder = await house.files.workFolder(keptIn(episodeId))
    await writeFile(join(folder, 'publication'), serialize({ publication, files } satisfies Kept))
  })
}

/**
 * Undoes it: the same words and files at the same addresses, with the same date. Refuses `publish.forgotten` after an
 * hour, `publish.already`, and `publish.voice-withdrawn` when somebody heard in it has taken their yes back.
 */
export async function bringBackEpisode(
  db: Db,
  actor: Actor,
  episodeId: string,
  house: PublicHouse = thePublicHouse(),
) {
  permit(actor, 'episode.publish', null)
  const { publication, files } = await readKept(house, episodeId)
  const { publishedAt, changedAt, ...values } = publication
  if ((await readVoicesWithout(db, values.masterId)).length > 0) throw new Refusal('publish.voice-withdrawn')
  const current = files.filter(({ retiredAt }) => retiredAt === null)
  const rows = current.map(({ firstPublishedAt, retiredAt, ...row }) => row)
  const sound = await readSoundOnDisk(house.files.path(soundOf(current, values.masterId)))
  await db.transaction(async (tx) => {
    if (await findPublication(tx, { episodeId })) throw new Refusal('publish.already')
    const [show] = await tx
      .select({ guid: shows.podcastGuid })
      .from(shows)
      .where(isNotNull(shows.podcastGuid))
    const retired = files.filter(({ retiredAt }) => retiredAt !== null)
    const when = { publishedAt, now: new Date(), memberId: actor.memberId }
    const pressed = { values, rows, guid: show?.guid ?? '', baseUrl: house.baseUrl, sound }
    await bringOutChecked(tx, pressed, when, house)
    if (retired.length > 0) await tx.insert(publicFiles).values(retired)
  })
  await house.files.dropWork(keptIn(episodeId))
}

const keptIn = (episodeId: string) => `unpublished-${episodeId}`

async function readKept({ files }: PublicHouse, episodeId: string): Promise<Kept> {
  const path = join(files.workPath(keptIn(episodeId)), 'publication')
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') throw new Refusal('publish.forgotten')
    throw error
  })
  return deserialize(bytes)
}

function soundOf(files: Kept['files'], masterId: string): string {
  const sound = files.find(({ id }) => id === masterId)
  if (!sound) throw new Refusal('publish.forgotten')
  return sound.file
}
