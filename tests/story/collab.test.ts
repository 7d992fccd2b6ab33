import { randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import WebSocket from 'ws'
import { members, storyDocuments, storyUpdates } from '#lib/db/schema.ts'
import { plainText } from '#lib/story/document.ts'
import { binStory, changeStoryState, readStory } from '#lib/story/story.server.ts'
import { readText } from '#lib/story/text.server.ts'
import { testDatabase } from '#tests/database.ts'
import { member, storyOf } from './people.ts'
import { openRoom, type Room } from './room.ts'
import { ORIGIN, openTypist, type Typist, until } from './typist.ts'

const database = testDatabase()
let room: Room
const typists: Typist[] = []
const join = (storyId: string, as: string) => {
  const typist = openTypist(room.url, storyId, as)
  typists.push(typist)
  return typist
}
const textOf = async (storyId: string) => plainText(await readText(database.db, storyId))
const seenBy = (typist: Typist) => typist.doc.getXmlFragment('default').toString()

beforeAll(async () => {
  room = await openRoom(database.db)
})
afterAll(async () => {
  for (const typist of typists) typist.leave()
  await room.close()
})

test('two people write in one text, and see each other by the names that we know', async () => {
  const fatiha = await member(database.db, 'Fatiha')
  const denise = await member(database.db, 'Denise')
  const storyId = await storyOf(database.db, fatiha, denise)
  const [one, two] = [join(storyId, fatiha.memberId), join(storyId, denise.memberId)]
  one.provider.awareness?.setLocalStateField('user', { name: 'La directrice', color: '#000000' })
  two.provider.awareness?.setLocalStateField('user', { name: 'Denise', color: 'url(x)' })
  await until(() => one.provider.isSynced && two.provider.isSynced)
  one.type('bonjour')
  await until(() => seenBy(two).includes('bonjour'))
  two.type('Fatiha')
  await until(() => seenBy(one).includes('Fatiha'))
  expect(seenBy(one)).toBe(seenBy(two))
  await until(() => two.names().includes('Fatiha'))
  expect(two.names()).not.toContain('La directrice')
  await until(() => one.kept.has('bonjour') && two.kept.has('Fatiha'))
  expect(await textOf(storyId)).toBe('bonjour Fatiha')
})

test('what is acknowledged is on disk, and is merged into a draft once nobody writes any more', async () => {
  const fatiha = await member(database.db, 'Fatiha')
  const storyId = await storyOf(database.db, fatiha)
  const page = join(storyId, fatiha.memberId)
  await until(() => page.provider.isSynced)
  for (const word of ['un', 'deux', 'trois']) page.type(word)
  await until(() => page.kept.has('trois'))
  expect(await textOf(storyId)).toBe('un deux trois')
  page.leave()
  await until(async () => (await readStory(database.db, fatiha, storyId)).words === 3)
  expect((await readStory(database.db, fatiha, storyId)).state).toBe('draft')
  expect(await database.db.$count(storyUpdates, sql`story_id = ${storyId}`)).toBe(0)
  expect(await textOf(storyId)).toBe('un deux trois')
  const back = join(storyId, fatiha.memberId)
  await until(() => seenBy(back).includes('trois'))
})

test('while the disk does not take it nothing is called kept; afterwards all is there once', async () => {
  const fatiha = await member(database.db, 'Fatiha')
  const storyId = await storyOf(database.db, fatiha)
  const page = join(storyId, fatiha.memberId)
  await until(() => page.provider.isSynced)
  await database.db.execute(sql`alter table story_updates rename to story_updates_away`)
  page.type('perdu')
  page.type('retrouvé')
  await new Promise((resolve) => setTimeout(resolve, 400))
  expect(page.kept.size).toBe(0)
  expect(page.provider.hasUnsyncedChanges).toBe(true)
  page.leave()
  await database.db.execute(sql`alter table story_updates_away rename to story_updates`)
  await until(async () => (await textOf(storyId)) === 'perdu retrouvé')
})

test('a merge that fails is tried again, and nothing is lost meanwhile', async () => {
  const fatiha = await member(database.db, 'Fatiha')
  const storyId = await storyOf(database.db, fatiha)
  const page = join(storyId, fatiha.memberId)
  await until(() => page.provider.isSynced)
  await database.db.execute(
    sql`alter table story_documents add constraint broken check (words < 0) not valid`,
  )
  page.type('patience')
  await until(() => page.kept.has('patience'))
  page.leave()
  await new Promise((resolve) => setTimeout(resolve, 300))
  expect(await textOf(storyId)).toBe('patience')
  await database.db.execute(sql`alter table story_documents drop constraint broken`)
  await until(async () => (await database.db.$count(storyDocuments, sql`story_id = ${storyId}`)) === 1)
  expect(await textOf(storyId)).toBe('patience')
})

test('a row that cannot be read costs its own words only', async () => {
  const fatiha = await member(database.db, 'Fatiha')
  const storyId = await storyOf(database.db, fatiha)
  const page = join(storyId, fatiha.memberId)
  await until(() => page.provider.isSynced)
  page.type('avant')
  await until(() => page.kept.has('avant'))
  await database.db.insert(storyUpdates).values({ storyId, update: Uint8Array.of(9, 9, 9, 9) })
  page.type('après')
  await until(() => page.kept.has('après'))
  expect(await textOf(storyId)).toBe('avant après')
  page.leave()
  await until(async () => (await readStory(database.db, fatiha, storyId)).words === 2)
})

test('a story that was aired or binned takes no more words, not even from an open page', async () => {
  const boss = await member(database.db, 'Karim', 'coordination')
  const fatiha = await member(database.db, 'Fatiha')
  for (const end of [
    (id: string) => changeStoryState(database.db, boss, id, 'aired'),
    (id: string) => binStory(database.db, boss, id),
  ]) {
    const storyId = await storyOf(database.db, fatiha)
    const page = join(storyId, fatiha.memberId)
    await until(() => page.provider.isSynced)
    page.type('dit')
    await until(() => page.kept.has('dit'))
    await end(storyId)
    page.type('ajouté')
    await until(() => page.refused.includes('refused:story.closed'))
    await until(() => page.provider.authorizedScope === 'readonly')
    expect(await textOf(storyId)).toBe('dit')
    expect(page.kept.has('ajouté')).toBe(false)
  }
})

test('a stranger to a story, an unknown story and a bad name get the same answer', async () => {
  const fatiha = await member(database.db, 'Fatiha')
  const other = await member(database.db, 'Lucas')
  const storyId = await storyOf(database.db, fatiha)
  for (const id of [storyId, randomUUID(), 'x', '../etc']) {
    const page = join(id, other.memberId)
    await until(() => page.refused.length > 0)
    expect(page.refused[0]).toBe('not-found')
  }
})

test('the studio reads a resident’s text and cannot write in it', async () => {
  const fatiha = await member(database.db, 'Fatiha')
  const tech = await member(database.db, 'Tomasz', 'technique')
  const storyId = await storyOf(database.db, fatiha)
  const [writer, reader] = [join(storyId, fatiha.memberId), join(storyId, tech.memberId)]
  await until(() => writer.provider.isSynced && reader.provider.isSynced)
  writer.type('lu')
  await until(() => seenBy(reader).includes('lu'))
  reader.type('intrus')
  await until(() => writer.kept.has('lu'))
  await new Promise((resolve) => setTimeout(resolve, 100))
  expect(await textOf(storyId)).toBe('lu')
  expect(reader.kept.has('intrus')).toBe(false)
})

test.each([
  ['another site’s page', { origin: 'https://example.org' }, 403],
  ['a program without a page', {}, 403],
  ['a visitor', { origin: ORIGIN }, 401],
])('%s is turned away at the door', async (_who, options, status) => {
  expect(await knock(options)).toBe(status)
})

test('a member opens at most twenty pages at once', async () => {
  const rosa = await member(database.db, 'Rosa')
  const options = { origin: ORIGIN, headers: { 'x-member': rosa.memberId } }
  const open = await Promise.all(Array.from({ length: 20 }, () => stay(options)))
  expect(await knock(options)).toBe(429)
  for (const socket of open) socket.terminate()
})

test.each([
  ['noise', Buffer.from([255, 255, 255, 255])],
  ['words', 'bonjour'],
  ['nothing', Buffer.alloc(0)],
  ['three megabytes', Buffer.alloc(3_000_000)],
])('%s on the socket closes it, and the server goes on', async (_what, message) => {
  const rosa = await member(database.db, 'Rosa')
  const socket = await stay({ origin: ORIGIN, headers: { 'x-member': rosa.memberId } })
  const closed = new Promise((resolve) => socket.on('close', resolve))
  socket.send(message)
  await closed
  const storyId = await storyOf(database.db, rosa)
  const page = join(storyId, rosa.memberId)
  await until(() => page.provider.isSynced)
})

test('a member who leaves the radio is out of every text at once', async () => {
  const rosa = await member(database.db, 'Rosa')
  const storyId = await storyOf(database.db, rosa)
  const page = join(storyId, rosa.memberId)
  await until(() => page.provider.isSynced)
  const closed = new Promise((resolve) => page.provider.on('disconnect', resolve))
  room.collab.closeMember(rosa.memberId)
  await closed
})

test('a member who is suspended is out within five seconds', async () => {
  const rosa = await member(database.db, 'Rosa')
  const page = join(await storyOf(database.db, rosa), rosa.memberId)
  await until(() => page.provider.isSynced)
  const closed = new Promise((resolve) => page.provider.on('disconnect', resolve))
  await database.db.update(members).set({ suspendedAt: new Date() }).where(eq(members.id, rosa.memberId))
  await closed
})

function knock(options: object): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(room.url, options)
    socket.on('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0))
    socket.on('open', () => reject(new Error('The door was open')))
    socket.on('error', () => undefined)
  })
}

function stay(options: object): Promise<WebSocket> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(room.url, options)
    socket.on('open', () => resolve(socket))
    socket.on('error', reject)
  })
}
