import { readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { audit, episodes, masters, publicFiles, shows } from '#lib/db/schema.ts'
import {
  bringBackEpisode,
  cancelSchedule,
  findPublication,
  findPublications,
  publishAllDue,
  publishDue,
  publishEpisode,
  readReadiness,
  readSelfCheck,
  unpublishEpisode,
} from '#lib/publishing/publishing.server.ts'
import { instantOf, localParts } from '#lib/time/airtime.ts'
import { testDatabase } from '#tests/database.ts'
import { radioOf } from './radio.ts'

const database = testDatabase({ jobs: true })
let radio: Awaited<ReturnType<typeof radioOf>>
beforeAll(async () => {
  radio = await radioOf(database.db)
})
afterAll(() => radio.close())

const saturday = new Date(Date.now() + 4 * 86_400_000)
const publish = (id: string, at: Date | null = null) =>
  publishEpisode(database.db, radio.people.nadia, id, at, radio.house)
const unpublish = (id: string) => unpublishEpisode(database.db, radio.people.nadia, id, radio.house)
const bringBack = (id: string) => bringBackEpisode(database.db, radio.people.nadia, id, radio.house)
const readiness = (id: string) => readReadiness(database.db, radio.people.nadia, id, radio.house)
const seen = (episodeId: string) => findPublication(database.db, { episodeId })
const filesOf = (episodeId: string) =>
  database.db.select().from(publicFiles).where(eq(publicFiles.episodeId, episodeId))
const times = async (what: string, object: string) =>
  (await database.db.select().from(audit).where(eq(audit.what, what))).filter((row) => row.object === object)
    .length

describe('publishing', () => {
  test('freezes the words that are heard, in the order of the chapters', async () => {
    const { id } = await radio.episode('Les citrons & le sel')
    await publish(id)
    expect(await seen(id)).toMatchObject({
      title: 'Les citrons & le sel',
      durationMs: 6000,
      persons: [
        { name: 'Denise', role: 'host', group: 'cast' },
        { name: 'Denise', role: 'author', group: 'writing' },
        { name: 'Fatiha', role: 'guest', group: 'cast' },
        { name: 'Fatiha', role: 'author', group: 'writing' },
      ],
      music: [{ title: 'La valse', performer: 'Les Lampadaires' }],
      transcript: [
        { chapter: 'Chapeau et titres', startMs: 0, endMs: 2000, speaker: 'Denise' },
        { chapter: 'Les citrons', startMs: 2000, endMs: 5000, speaker: 'Denise' },
        { chapter: 'Les citrons', speaker: 'Fatiha', paragraphs: ['On les coupe & on les sale.'] },
      ],
    })
  })

  test('what stays off air or on the antenne is nowhere in what listeners get', async () => {
    const { id } = await radio.episode('Rien de trop')
    await publish(id)
    const all = JSON.stringify(await seen(id))
    expect(all).not.toContain('Monique')
    expect(all).not.toContain('Voisine')
    expect(all).not.toContain('voisine')
  })

  test('a later change is not seen until somebody publishes again', async () => {
    const { id, lemons } = await radio.episode('Avant')
    await publish(id)
    await radio.rename(id, 'Après')
    await radio.writeText(lemons, [{ type: 'paragraph', by: 'Fatiha', text: 'Autrement dit.' }])
    expect(await seen(id)).toMatchObject({ title: 'Avant' })
    expect((await readiness(id)).changes).toEqual([
      { kind: 'title', was: 'Avant', is: 'Après' },
      { kind: 'texts' },
    ])
    await publish(id)
    expect(await seen(id)).toMatchObject({ title: 'Après', transcript: [{}, { speaker: 'Fatiha' }] })
    expect((await readiness(id)).changes).toEqual([])
  })

  test('a new master keeps guid and date, gets a new address, and retires the old one', async () => {
    const { id, itemIds, masterId } = await radio.episode('Deux fois')
    await publish(id)
    const before = await seen(id)
    const second = await radio.master(id, itemIds, 7)
    expect((await readiness(id)).changes).toMatchObject([{ kind: 'sound', wasMs: 6000, isMs: 7000 }, {}])
    await publish(id)
    const after = await seen(id)
    expect(after).toMatchObject({ masterId: second, durationMs: 7000, guid: before?.guid })
    expect(after?.publishedAt).toEqual(before?.publishedAt)
    const files = await filesOf(id)
    expect(files.find((file) => file.id === masterId)?.retiredAt).not.toBeNull()
    expect(files.find((file) => file.id === second)?.retiredAt).toBeNull()
  })

  test('the feed’s guid is made once and never again', async () => {
    const { id } = await radio.episode('Un nom pour toujours')
    await publish(id)
    const guid = async () => (await database.db.select().from(shows))[0]?.podcastGuid
    const first = await guid()
    await publishEpisode(database.db, 'console', id, null, {
      ...radio.house,
      baseUrl: 'https://moved.example',
    })
    expect(first).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5/)
    expect(await guid()).toBe(first)
  })

  test('unpublishing takes everything away at once; the guid stays for its return', async () => {
    const { id, slug, guid } = await radio.episode('Aller et retour')
    await publish(id)
    await unpublish(id)
    expect(await findPublication(database.db, { slug })).toBeNull()
    expect(await filesOf(id)).toEqual([])
    await publish(id)
    expect(await findPublication(database.db, { slug })).toMatchObject({ guid })
  })

  test('a finger that slipped is undone: the same words, files and date come back', async () => {
    const { id, itemIds, masterId } = await radio.episode('Oups')
    await publish(id)
    await radio.master(id, itemIds, 7)
    await publish(id)
    const [before, filesBefore] = [await seen(id), await filesOf(id)]
    await radio.rename(id, 'Changé depuis')
    await unpublish(id)
    await bringBack(id)
    expect(await seen(id)).toEqual({ ...before, changedAt: expect.any(Date) })
    const filesAfter = await filesOf(id)
    expect(new Set(filesAfter.map((file) => file.id))).toEqual(new Set(filesBefore.map((file) => file.id)))
    expect(filesAfter.find((file) => file.id === masterId)?.retiredAt).not.toBeNull()
    await expect(bringBack(id)).rejects.toMatchObject({ reason: 'publish.forgotten' })
  })

  test('what is published again meanwhile, or was forgotten, is not undone', async () => {
    const { id } = await radio.episode('Deux mains')
    await publish(id)
    await unpublish(id)
    await publish(id)
    await expect(bringBack(id)).rejects.toMatchObject({ reason: 'publish.already' })
    const { id: other } = await radio.episode('Jamais publié')
    await expect(bringBack(other)).rejects.toMatchObject({ reason: 'publish.forgotten' })
  })

  test('only the coordination publishes', async () => {
    const { id } = await radio.episode('À nous')
    await expect(
      publishEpisode(database.db, radio.people.fatiha, id, null, radio.house),
    ).rejects.toMatchObject({ reason: 'not-allowed' })
    await expect(unpublishEpisode(database.db, radio.people.fatiha, id, radio.house)).rejects.toMatchObject({
      reason: 'not-allowed',
    })
  })

  test('the newest is first', async () => {
    const { id } = await radio.episode('Tout dernier')
    await publish(id)
    expect((await findPublications(database.db, 2)).map(({ title }) => title)[0]).toBe('Tout dernier')
  })
})

describe('what stops an episode', () => {
  test('a missing, cut or changed file is noticed before listeners do', async () => {
    const { id, masterId } = await radio.episode('Abîmé')
    expect((await readiness(id)).blockers).toEqual([])
    const path = radio.house.files.path(`masters/${masterId}.mp3`)
    await database.db.update(masters).set({ sha256: 'x' }).where(eq(masters.id, masterId))
    await expect(publish(id)).rejects.toMatchObject({ facts: { first: 'sound-bytes' } })
    await database.db.update(masters).set({ durationMs: 9000 }).where(eq(masters.id, masterId))
    expect((await readiness(id)).blockers).toEqual([{ kind: 'file-broken', what: 'duration' }])
    await truncate(path, 1000)
    expect((await readiness(id)).blockers).toEqual([{ kind: 'file-broken', what: 'size' }])
    await rm(path)
    expect((await readiness(id)).blockers).toEqual([{ kind: 'file-missing' }])
    expect(await seen(id)).toBeNull()
  })

  test('without a master there is nothing to publish, and the refusal says how much is missing', async () => {
    const { id, masterId } = await radio.episode('')
    await database.db.delete(masters).where(eq(masters.id, masterId))
    await expect(publish(id)).rejects.toMatchObject({ reason: 'publish.blocked', facts: { count: 2 } })
  })
})

describe('the checks before the switch', () => {
  const report = (id: string) => readSelfCheck(database.db, radio.people.nadia, id, radio.house)

  test('ask the real files for what apps would ask, and leave no trace', async () => {
    const { id } = await radio.episode('À vérifier')
    const before = await database.db.select().from(shows)
    const checks = await report(id)
    expect(checks?.filter(({ result }) => result !== 'ok').map(({ rule }) => rule)).toEqual([
      // The sound of this test has no tag.
      ...['sound-tag', 'sound-cover', 'sound-chapters'],
    ])
    expect(await seen(id)).toBeNull()
    expect(await filesOf(id)).toEqual([])
    expect(await database.db.select().from(shows)).toEqual(before)
    expect(await times('episode.published', id)).toBe(0)
  })

  test('say nothing while something is missing, and are for the coordination', async () => {
    const { id } = await radio.episode('')
    expect(await report(id)).toBeNull()
    await expect(readSelfCheck(database.db, radio.people.denise, id, radio.house)).rejects.toMatchObject({
      reason: 'not-allowed',
    })
  })

  test('a fault that apps would meet keeps the whole episode back', async () => {
    const { id, masterId } = await radio.episode('Presque')
    const path = radio.house.files.path(`masters/${masterId}.mp3`)
    const bytes = await readFile(path)
    bytes[bytes.length - 10] = (bytes.at(-10) ?? 0) ^ 1
    await writeFile(path, bytes)
    expect((await readiness(id)).blockers).toEqual([])
    expect((await report(id))?.filter(({ result }) => result === 'stop').map(({ rule }) => rule)).toEqual([
      'sound-bytes',
    ])
    await expect(publish(id)).rejects.toMatchObject({ reason: 'publish.check-failed', facts: { count: 1 } })
    expect(await seen(id)).toBeNull()
    expect(await filesOf(id)).toEqual([])
  })
})

describe('at a set hour', () => {
  test('nothing is seen before; at the hour it goes out once, dated by the hour', async () => {
    const { id } = await radio.episode('Samedi')
    await publish(id, saturday)
    expect(await seen(id)).toBeNull()
    await publishDue(database.db, id, new Date(saturday.getTime() - 1), radio.house)
    expect(await seen(id)).toBeNull()
    const late = new Date(saturday.getTime() + 90_000)
    await Promise.all([
      publishDue(database.db, id, late, radio.house),
      publishDue(database.db, id, late, radio.house),
      publishAllDue(database.db, late, radio.house),
    ])
    await publishDue(database.db, id, late, radio.house)
    expect(await seen(id)).toMatchObject({ publishedAt: saturday })
    expect(await times('episode.published', id)).toBe(1)
    await unpublish(id)
  })

  test('an hour that passed while the radio was off is made up for at start', async () => {
    const { id } = await radio.episode('Pendant la panne')
    const hour = new Date(Date.now() - 3_600_000)
    await database.db.update(episodes).set({ publishAt: hour }).where(eq(episodes.id, id))
    await publishAllDue(database.db, new Date(), radio.house)
    expect(await seen(id)).toMatchObject({ publishedAt: hour })
  })

  test('what is blocked at its hour waits, and goes out when it is mended', async () => {
    const { id } = await radio.episode('Sans titre')
    await publish(id, saturday)
    await radio.rename(id, '')
    await publishAllDue(database.db, saturday, radio.house)
    expect(await seen(id)).toBeNull()
    await radio.rename(id, 'Avec titre')
    await publishAllDue(database.db, saturday, radio.house)
    expect(await seen(id)).toMatchObject({ title: 'Avec titre' })
    await unpublish(id)
  })

  test.each([
    ['past', -1],
    ['far', 401 * 86_400_000],
  ])('an hour that is %s is refused', async (name, ahead) => {
    const { id } = await radio.episode('Quand ?')
    await expect(publish(id, new Date(Date.now() + ahead))).rejects.toMatchObject({
      reason: `publish.hour-${name}`,
    })
  })

  test.each([
    ['spring skips', 3, '02:30', '03:30'],
    ['autumn has twice', 10, '02:30', '02:30'],
  ])('an hour that the night %s is met once, by the clocks of the show', async (_, month, time, shown) => {
    const { id } = await radio.episode(`Nuit ${month}`)
    const zone = 'Europe/Paris'
    const date = nextNightOfChange(month)
    const at = new Date(instantOf({ date, time, zone }))
    expect(localParts(at.getTime(), zone)).toMatchObject({ date, time: shown })
    await publish(id, at)
    await publishAllDue(database.db, new Date(at.getTime() - 1), radio.house)
    expect(await seen(id)).toBeNull()
    // Every minute of two hours, as the clock on the wall shows some of them twice.
    for (let minute = 0; minute < 120; minute += 15)
      await publishAllDue(database.db, new Date(at.getTime() + minute * 60_000), radio.house)
    expect(await seen(id)).toMatchObject({ publishedAt: at })
    expect(await times('episode.published', id)).toBe(1)
    await unpublish(id)
  })

  test('a clock that is set back publishes nothing twice, and nothing early', async () => {
    const { id } = await radio.episode('L’horloge recule')
    const { id: later } = await radio.episode('Encore à venir')
    await publish(id, saturday)
    await publish(later, new Date(saturday.getTime() + 3_600_000))
    await publishAllDue(database.db, saturday, radio.house)
    const first = await seen(id)
    await publishAllDue(database.db, new Date(saturday.getTime() - 86_400_000), radio.house)
    await publishAllDue(database.db, saturday, radio.house)
    expect(await seen(id)).toEqual(first)
    expect(await times('episode.published', id)).toBe(1)
    expect(await seen(later)).toBeNull()
    // It can still be mended, though its date is to come for the clock as it is now.
    await radio.rename(id, 'L’horloge a reculé')
    await publish(id)
    expect(await seen(id)).toMatchObject({ title: 'L’horloge a reculé', publishedAt: saturday })
    await cancelSchedule(database.db, radio.people.nadia, later)
    await unpublish(id)
  })

  test('the hour can be taken back', async () => {
    const { id } = await radio.episode('Finalement non')
    await publish(id, saturday)
    await cancelSchedule(database.db, radio.people.nadia, id)
    await publishDue(database.db, id, saturday, radio.house)
    expect(await seen(id)).toBeNull()
  })
})

/** The next night, at least a week away, in which Paris changes its clocks in a month: its last Sunday. */
function nextNightOfChange(month: number): string {
  const soon = Date.now() + 7 * 86_400_000
  const year = new Date().getUTCFullYear()
  const nights = [year, year + 1].map((one) => {
    const last = new Date(Date.UTC(one, month, 0))
    return new Date(last.getTime() - last.getUTCDay() * 86_400_000)
  })
  return (nights.find((night) => night.getTime() > soon) ?? new Date(0)).toISOString().slice(0, 10)
}
