import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, expect, test } from 'vitest'
import type { Actor } from '#lib/people/can.ts'
import { plainText } from '#lib/story/document.ts'
import { readText } from '#lib/story/text.server.ts'
import { testDatabase } from '#tests/database.ts'
import { member, storyOf } from './people.ts'
import { openRoom, type Room } from './room.ts'
import { openTypist, type Typist, until } from './typist.ts'

const database = testDatabase()
const open: { leave: () => void }[] = []
afterAll(() => {
  for (const typist of open) typist.leave()
})

const seenBy = (typist: Typist) => typist.doc.getXmlFragment('default').toString()
const wordsOn = async (storyId: string) =>
  plainText(await readText(database.db, storyId))
    .trim()
    .split(/\s+/)

test('two people in a tunnel write 200 words each while the radio restarts: all once, the same text everywhere', async () => {
  const { people, storyId, port } = await begin('Fatiha', 'Denise')
  let room = await openRoom(database.db, port)
  const pages = join(room, storyId, people)
  await until(() => pages.every(({ provider }) => provider.isSynced))
  await room.close()
  const typed = pages.flatMap((page, at) =>
    Array.from({ length: 200 }, (_one, n) => {
      const word = `p${at}-${n}`
      page.type(word)
      return word
    }),
  )
  expect(pages.every(({ kept }) => kept.size === 0)).toBe(true)
  room = await openRoom(database.db, port)
  const since = performance.now()
  await until(() => pages.every((page) => page.kept.size === 200 && seenBy(page) === seenBy(pages[0])))
  process.stdout.write(`the same text ${Math.round(performance.now() - since)} ms after the radio was back\n`)
  const stored = await wordsOn(storyId)
  expect(stored.toSorted()).toEqual(typed.toSorted())
  for (const page of pages) page.leave()
  await room.close()
})

test('ten people write on through a restart: every word once, and the same text for all', async () => {
  const names = Array.from({ length: 10 }, (_one, n) => `Personne ${n}`)
  const { people, storyId, port } = await begin(...names)
  let room = await openRoom(database.db, port)
  const pages = join(room, storyId, people)
  await until(() => pages.every(({ provider }) => provider.isSynced))
  const typed: string[] = []
  const round = (from: number) =>
    pages.forEach((page, at) => {
      for (let n = from; n < from + 10; n += 1) {
        typed.push(`q${at}-${n}`)
        page.type(`q${at}-${n}`)
      }
    })
  round(0)
  const closing = room.close()
  round(10)
  await closing
  round(20)
  room = await openRoom(database.db, port)
  round(30)
  await until(() => pages.every(({ kept }) => kept.size === 40))
  await until(() => pages.every((page) => seenBy(page) === seenBy(pages[0])))
  expect((await wordsOn(storyId)).toSorted()).toEqual(typed.toSorted())
  for (const page of pages) page.leave()
  await room.close()
})

/** A story of the first of these people, shared with the others, and a port that stays free for its server. */
async function begin(...names: string[]) {
  const people: Actor[] = []
  for (const name of names) people.push(await member(database.db, name))
  const [author, ...others] = people
  if (!author) throw new Error('Nobody writes')
  return { people, storyId: await storyOf(database.db, author, ...others), port: await freePort() }
}

function join(room: Room, storyId: string, people: readonly Actor[]): [Typist, ...Typist[]] {
  const [first, ...others] = people.map(({ memberId }) => openTypist(room.url, storyId, memberId))
  if (!first) throw new Error('Nobody writes')
  open.push(first, ...others)
  return [first, ...others]
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}
