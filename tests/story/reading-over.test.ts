import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ownPresence } from '#lib/story/collab-presence.ts'
import { plainText } from '#lib/story/document.ts'
import { contentFromBlocks } from '#lib/story/draft.ts'
import { askReview, finishReview } from '#lib/story/review.server.ts'
import { writeStoryContent } from '#lib/story/story.server.ts'
import { readText } from '#lib/story/text.server.ts'
import { testDatabase } from '#tests/database.ts'
import { member, storyOf } from './people.ts'
import { openRoom, type Room } from './room.ts'
import { openTypist, type Typist, until } from './typist.ts'

const database = testDatabase()
let room: Room
const typists: Typist[] = []
const join = (storyId: string, as: string) => {
  const typist = openTypist(room.url, storyId, as)
  typists.push(typist)
  return typist
}

beforeAll(async () => {
  room = await openRoom(database.db)
})
afterAll(async () => {
  for (const typist of typists) typist.leave()
  await room.close()
})

test('whoever is asked reads along, is seen as reading, writes nothing, and leaves when it is done', async () => {
  const fatiha = await member(database.db, 'Fatiha')
  const denise = await member(database.db, 'Denise')
  const storyId = await storyOf(database.db, fatiha)
  await writeStoryContent(
    database.db,
    fatiha,
    storyId,
    contentFromBlocks([{ type: 'paragraph', text: 'Bonjour' }]),
  )
  await askReview(database.db, fatiha, storyId, denise.memberId)
  const [author, reader] = [join(storyId, fatiha.memberId), join(storyId, denise.memberId)]
  reader.provider.awareness?.setLocalStateField('user', { name: '…' })
  await until(() => author.provider.isSynced && reader.provider.isSynced)
  const seen = () => [...(author.provider.awareness?.getStates().values() ?? [])]
  await until(() => seen().some(({ user, reads }) => user?.name === 'Denise' && reads === true))
  reader.type('effacé')
  author.type('Ensuite')
  await until(() => author.kept.has('Ensuite'))
  expect(plainText(await readText(database.db, storyId))).not.toContain('effacé')
  expect(reader.kept.size).toBe(0)
  await finishReview(database.db, denise, storyId, { verdict: 'ready', checks: [], message: '' })
  await until(() => reader.refused.includes('not-found'))
})

describe('what a page says of itself', () => {
  const own = { memberId: 'm', name: 'Denise', clientId: null }
  const said = (state: Record<string, unknown>, isReadOnly: boolean) => {
    const states = new Map([[1, state]])
    ownPresence(states, { ...own, isReadOnly })
    return states.get(1)
  }
  test.each<[string, Record<string, unknown>, boolean, boolean | undefined]>([
    ['one that writes', { user: { name: 'x' } }, false, undefined],
    ['one that reads over, of somebody who might write', { user: { name: 'x' }, reads: true }, false, true],
    ['one that may not write, whatever it says', { user: { name: 'x' }, reads: false }, true, true],
    ['one that says nonsense', { user: { name: 'x' }, reads: 'often' }, false, undefined],
  ])('%s', (_what, state, isReadOnly, reads) => {
    expect(said(state, isReadOnly)).toMatchObject({ user: { name: 'Denise' } })
    expect(said(state, isReadOnly)?.reads).toBe(reads)
  })
})
