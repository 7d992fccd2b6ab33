import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { masters, tokens } from '#lib/db/schema.ts'
import { findTokenActor } from '#lib/people/token.server.ts'
import {
  cutPreviewLink,
  makePreviewLink,
  readPreview,
  readPreviewLinks,
  servePreviewSound,
} from '#lib/publishing/preview.server.ts'
import { findPublication } from '#lib/publishing/publishing.server.ts'
import { testDatabase } from '#tests/database.ts'
import { listenOnLoopback } from '#tests/machine/http-server.ts'
import { radioOf } from './radio.ts'

const database = testDatabase({ jobs: true })
let radio: Awaited<ReturnType<typeof radioOf>>
let web: Awaited<ReturnType<typeof listenOnLoopback>>
beforeAll(async () => {
  radio = await radioOf(database.db)
  web = await listenOnLoopback((request, response) =>
    servePreviewSound(request, response, { db: database.db, files: radio.house.files }),
  )
})
afterAll(async () => {
  await web.close()
  await radio.close()
  expect(web.failures).toEqual([])
})

const nadia = () => radio.people.nadia
const make = (id: string) => makePreviewLink(database.db, nadia(), id)
const linksOf = (id: string) => readPreviewLinks(database.db, nadia(), id)
const sound = (token: string, masterId: string) =>
  web.ask(`GET /api/apercu/${token}/${masterId}.mp3 HTTP/1.1\nRange: bytes=0-9`)

describe('a secret address of an episode', () => {
  test('shows the page as it will be, and publishes nothing', async () => {
    const { id, masterId } = await radio.episode('Bientôt')
    const token = await make(id)
    const preview = await readPreview(database.db, token)
    expect(preview?.episode).toMatchObject({
      title: 'Bientôt',
      masterId,
      transcript: [{ speaker: 'Denise' }, { speaker: 'Denise' }, { speaker: 'Fatiha' }],
    })
    await radio.rename(id, 'Encore changé')
    expect((await readPreview(database.db, token))?.title).toBe('Encore changé')
    expect(await findPublication(database.db, { episodeId: id })).toBeNull()
  })

  test('opens its own sound, and no other', async () => {
    const { id, masterId, itemIds } = await radio.episode('À entendre')
    const other = await radio.episode('Une autre')
    const token = await make(id)
    expect(await sound(token, masterId)).toMatchObject({
      status: 206,
      headers: { 'x-robots-tag': 'noindex', 'cache-control': 'private, no-store' },
    })
    expect((await sound(token, other.masterId)).status).toBe(404)
    expect((await sound('x'.repeat(43), masterId)).status).toBe(404)
    const newer = await radio.master(id, itemIds, 7)
    expect((await sound(token, masterId)).status).toBe(404)
    expect((await sound(token, newer)).status).toBe(206)
  })

  test('without a sound it says the title and waits', async () => {
    const { id, masterId } = await radio.episode('Sans son')
    await database.db.delete(masters).where(eq(masters.id, masterId))
    expect(await readPreview(database.db, await make(id))).toMatchObject({ title: 'Sans son', episode: null })
  })

  test('opens nothing once it is cut', async () => {
    const { id, masterId } = await radio.episode('Coupé')
    const token = await make(id)
    const [link] = await linksOf(id)
    expect(link).toMatchObject({ by: 'Nadia', usedAt: null })
    await readPreview(database.db, token)
    expect((await linksOf(id))[0]?.usedAt).toBeInstanceOf(Date)
    await cutPreviewLink(database.db, nadia(), link?.id ?? '')
    expect(await readPreview(database.db, token)).toBeNull()
    expect((await sound(token, masterId)).status).toBe(404)
    expect(await linksOf(id)).toEqual([])
    await expect(cutPreviewLink(database.db, nadia(), link?.id ?? '')).rejects.toMatchObject({
      reason: 'not-found',
    })
  })

  test('goes out by itself after thirty days', async () => {
    const { id } = await radio.episode('Vieux')
    const token = await make(id)
    const age = async (days: number) => {
      const createdAt = sql`now() - ${days} * interval '1 day'`
      await database.db.update(tokens).set({ createdAt }).where(eq(tokens.episodeId, id))
    }
    await age(29)
    expect(await readPreview(database.db, token)).not.toBeNull()
    await age(31)
    expect(await readPreview(database.db, token)).toBeNull()
    expect(await linksOf(id)).toEqual([])
  })

  test('is made by the coordination, and is a key to nothing else', async () => {
    const { id } = await radio.episode('À qui')
    await expect(makePreviewLink(database.db, radio.people.fatiha, id)).rejects.toMatchObject({
      reason: 'not-allowed',
    })
    const token = await make(id)
    expect(await findTokenActor(database.db, token, 'api')).toBeNull()
    expect(await findTokenActor(database.db, token, 'onAir')).toBeNull()
  })
})
