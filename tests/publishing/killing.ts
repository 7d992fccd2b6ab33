import { type ChildProcess, fork } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { eq } from 'drizzle-orm'
import type { Address, Db } from '#lib/db/db.server.ts'
import { episodes, masters, storyDocuments } from '#lib/db/schema.ts'
import { contentFromBlocks } from '#lib/story/draft.ts'
import type { Radio } from '#tests/hostile/radio.ts'
import { Looker } from './looking.ts'

type Master = typeof masters.$inferSelect
/** Sounds of different lengths, in the radio's store: the bytes that editions of an episode take turns with. */
export type Sound = Pick<Master, 'file' | 'sizeBytes' | 'sha256' | 'durationMs'>

export type Given = {
  radio: Radio
  /** Of its database. */
  address: Address
  /** Published already; one of its lines is the story `storyId`. */
  episodeId: string
  slug: string
  storyId: string
  /** The master that its editions resemble. */
  master: Master
  sounds: readonly Sound[]
  /** Publishing processes that are killed. */
  kills: number
  /** Looks at the feed or the page that are taken at least. */
  snapshots: number
  /** Hears how it stands after each kill. */
  onKill?: (toll: Toll) => void
}

export type Toll = {
  /** Processes that were killed in the middle, and of them those whose edition came out all the same. */
  kills: number
  cameOut: number
  /** Those that were left to end. */
  finished: number
  snapshots: number
  editionsSeen: number
  /** What was not wholly one edition, or an older one after a newer one. */
  mixed: string[]
  perSecond: number
}

const words = (edition: number) => ({
  title: `Édition ${edition}`,
  summary: `Résumé de l’édition ${edition}.`,
})

/**
 * An episode is published again and again, with another title, other texts and another sound each time, by processes
 * that are killed −9 ever later in their work, while listeners look at the feed and at the page 50 times a second.
 */
export async function publishUnderKills(given: Given): Promise<Toll> {
  const { radio, kills, snapshots } = given
  const editions = new Map<string, number>()
  const looker = new Looker(radio.url, given.slug, editions)
  const toll = { kills: 0, cameOut: 0, finished: 0 }
  const whole = (): Toll => {
    const { count, mixed, seen } = looker
    return { ...toll, snapshots: count, editionsSeen: seen.size, mixed, perSecond: looker.perSecond() }
  }
  let edition = 0
  const next = async () => editions.set(await bring(radio.db, given, ++edition), edition)
  await next()
  await publishWhole(given)
  const looking = looker.lookUntilStopped()
  // Being looked at takes its time: the kills are spread over the work as it is then.
  await next()
  const workMs = await publishWhole(given)
  while (toll.kills < kills) {
    await next()
    const seen = looker.count
    const publisher = await startPublisher(given)
    publisher.send(given.episodeId)
    await wait((workMs * 1.2 * (toll.kills + 0.5)) / kills)
    await killed(publisher)
    toll.kills++
    while (looker.count < seen + snapshots / kills) await wait(20)
    if (looker.newest === edition) toll.cameOut++
    // Each fifth time one comes out for certain, so that there is always something old and something new.
    if (toll.kills % 5 === 0) {
      await publishWhole(given)
      toll.finished++
    }
    given.onKill?.(whole())
  }
  looker.stop()
  await looking
  return whole()
}

/** Changes all that can be changed of the episode, at once; answers the id of the edition's own master. */
async function bring(db: Db, { episodeId, storyId, master, sounds }: Given, edition: number) {
  const id = randomUUID()
  const content = contentFromBlocks([
    { type: 'paragraph', by: 'Nadia', text: `Ici le texte de l’édition ${edition}.` },
  ])
  const sound = sounds[edition % sounds.length]
  await db.transaction(async (tx) => {
    await tx.update(episodes).set(words(edition)).where(eq(episodes.id, episodeId))
    await tx.update(storyDocuments).set({ content }).where(eq(storyDocuments.storyId, storyId))
    const { createdAt: _then, ...like } = master
    await tx.insert(masters).values({ ...like, ...sound, id, variants: [] })
  })
  return id
}

/** Publishes to the end; answers how many milliseconds that took. */
async function publishWhole(given: Given): Promise<number> {
  const publisher = await startPublisher(given)
  const since = performance.now()
  publisher.send(given.episodeId)
  const [said] = await Promise.race([once(publisher, 'message'), once(publisher, 'exit')])
  if (said !== 'done') throw new Error(`Publishing ended with ${said}`)
  const ms = performance.now() - since
  await killed(publisher)
  return ms
}

async function startPublisher({ radio, address }: Given): Promise<ChildProcess> {
  const args = [JSON.stringify(address), radio.data, radio.url]
  const publisher = fork(`${import.meta.dirname}/publisher.ts`, args)
  await once(publisher, 'message')
  return publisher
}

async function killed(child: ChildProcess) {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
}
