import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { stories } from '#lib/db/schema.ts'
import { plainText } from '#lib/story/document.ts'
import { createFromDraft } from '#lib/story/first-draft.server.ts'
import { readStory, readStoryContent } from '#lib/story/story.server.ts'
import { testDatabase } from '#tests/database.ts'
import { member } from './people.ts'

const database = testDatabase()
const draft = () => ({ id: randomUUID(), title: 'Les citrons', words: 'Hier, au marché.\n\nIl pleuvait.' })

test('a story begun without network is created under the id of the device, with its first words', async () => {
  const fatiha = await member(database.db, 'Fatiha')
  const begun = draft()
  expect(await createFromDraft(database.db, fatiha, begun)).toBe(begun.id)
  expect(await readStory(database.db, fatiha, begun.id)).toMatchObject({
    title: 'Les citrons',
    authorId: fatiha.memberId,
  })
  const content = await readStoryContent(database.db, fatiha, begun.id)
  expect(plainText(content).split(/\s+/)).toEqual(['Hier,', 'au', 'marché.', 'Il', 'pleuvait.'])
})

test('sent again, or from two tabs at once, it is one story with its words once', async () => {
  const fatiha = await member(database.db, 'Fatiha')
  const begun = draft()
  await Promise.all([1, 2, 3].map(() => createFromDraft(database.db, fatiha, begun)))
  await createFromDraft(database.db, fatiha, { ...begun, words: 'Autre chose.' })
  expect(await database.db.$count(stories, eq(stories.authorId, fatiha.memberId))).toBe(1)
  expect(plainText(await readStoryContent(database.db, fatiha, begun.id))).not.toContain('Autre')
})

test('the id of somebody else’s story is refused like one that does not exist', async () => {
  const fatiha = await member(database.db, 'Fatiha')
  const lucas = await member(database.db, 'Lucas')
  const begun = draft()
  await createFromDraft(database.db, fatiha, begun)
  await expect(createFromDraft(database.db, lucas, begun)).rejects.toMatchObject({ reason: 'not-found' })
})

test('without a title nothing is created', async () => {
  const fatiha = await member(database.db, 'Fatiha')
  const begun = { ...draft(), title: '  ' }
  await expect(createFromDraft(database.db, fatiha, begun)).rejects.toMatchObject({
    reason: 'story.title-missing',
  })
  expect(await database.db.$count(stories, eq(stories.id, begun.id))).toBe(0)
})
