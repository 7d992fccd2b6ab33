import { asc, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { storyUpdates, storyVersions } from '#lib/db/schema.ts'
import type { Actor } from '#lib/people/can.ts'
import { readCut, seeCut } from '#lib/story/cut.server.ts'
import { plainText } from '#lib/story/document.ts'
import { openPauses } from '#lib/story/pauses.server.ts'
import { restoreVersion, tidyRestored } from '#lib/story/restore.server.ts'
import { binStory, changeStoryState } from '#lib/story/story.server.ts'
import { appendUpdate, mergeText, readKeptText, readText } from '#lib/story/text.server.ts'
import { nameVersion, readVersion, readVersions, thinVersions } from '#lib/story/versions.server.ts'
import { readContributors } from '#lib/story/writers.server.ts'
import { testDatabase } from '#tests/database.ts'
import { member, storyOf } from './people.ts'
import { openRoom, type Room } from './room.ts'
import { openTypist, type Typist, until } from './typist.ts'
import { age, minutesAgo, write } from './writing.ts'

const database = testDatabase()
let [fatiha, denise, karim]: Actor[] = []
const cast = () => {
  if (!fatiha || !denise || !karim) throw new Error('The people are there before each test')
  return { fatiha, denise, karim }
}

beforeAll(async () => {
  fatiha = await member(database.db, 'Fatiha')
  denise = await member(database.db, 'Denise')
  karim = await member(database.db, 'Karim', 'coordination')
})

const newStory = () => storyOf(database.db, cast().fatiha, cast().denise)
const kept = async (storyId: string) =>
  await database.db
    .select()
    .from(storyVersions)
    .where(eq(storyVersions.storyId, storyId))
    .orderBy(asc(storyVersions.id))
const reasons = async (storyId: string) => (await kept(storyId)).map(({ reason }) => reason)
const text = async (storyId: string) => plainText(await readText(database.db, storyId))
const wordsOf = (content: unknown) => JSON.stringify(content)

describe('what is kept', () => {
  test('a text is kept once nobody writes any more, once, and not before', async () => {
    const { db } = database
    const storyId = await newStory()
    const pauses = openPauses(db)
    await write(db, cast().fatiha, storyId, ['Bonjour'])
    await pauses(new Date())
    expect(await reasons(storyId)).toEqual([])
    await pauses(minutesAgo(-3))
    await pauses(minutesAgo(-4))
    expect(await reasons(storyId)).toEqual(['pause'])
    expect((await kept(storyId))[0]?.writers).toEqual([cast().fatiha.memberId])
  })

  test('who writes on and on is kept every ten minutes', async () => {
    const { db } = database
    const storyId = await newStory()
    const pauses = openPauses(db)
    for (let minute = 0; minute <= 21; minute += 1) {
      await write(db, cast().fatiha, storyId, [`ligne ${minute}`], minutesAgo(-minute))
      await pauses(minutesAgo(-minute))
    }
    expect(await reasons(storyId)).toEqual(['pause', 'pause'])
  })

  test('an empty story has no version', async () => {
    const storyId = await newStory()
    await write(database.db, cast().fatiha, storyId, [''])
    await openPauses(database.db)(minutesAgo(-5))
    await changeStoryState(database.db, cast().fatiha, storyId, 'draft')
    expect(await reasons(storyId)).toEqual([])
  })

  test('what the author had is kept when somebody else begins to write, with who wrote what', async () => {
    const { db } = database
    const { fatiha, karim } = cast()
    const storyId = await newStory()
    await write(db, fatiha, storyId, ['Les citrons sont ramassés.'], minutesAgo(40))
    await write(db, karim, storyId, ['Les citrons.'], minutesAgo(20))
    await write(db, karim, storyId, ['Citrons.'], minutesAgo(19))
    await write(db, fatiha, storyId, ['Citrons jaunes.'], minutesAgo(5))
    const versions = await kept(storyId)
    expect(versions.map(({ reason, memberId }) => [reason, memberId])).toEqual([
      ['writer', karim.memberId],
      ['writer', fatiha.memberId],
    ])
    expect(wordsOf(versions[0]?.content)).toContain('Les citrons sont ramassés.')
    expect(versions.map(({ writers }) => writers)).toEqual([[fatiha.memberId], [karim.memberId]])
    expect(await readContributors(db, fatiha, storyId)).toEqual({ author: 'Fatiha', others: ['Karim'] })
  })

  test('whoever is still writing is named already, once, and in the order in which all began', async () => {
    const { db } = database
    const { fatiha, denise, karim } = cast()
    const storyId = await newStory()
    await write(db, karim, storyId, ['Les citrons sont ramassés.'], minutesAgo(40))
    for (const writer of [denise, karim, fatiha, denise])
      await appendUpdate(db, storyId, writer.memberId, Y.encodeStateAsUpdate(new Y.Doc()))
    const all = { author: 'Fatiha', others: ['Karim', 'Denise'] }
    expect(await readContributors(db, fatiha, storyId)).toEqual(all)
    await mergeText(db, storyId)
    expect(await readContributors(db, fatiha, storyId)).toEqual(all)
  })

  test('a step of the story keeps its text, and outweighs a pause of the same text', async () => {
    const { db } = database
    const storyId = await newStory()
    await write(db, cast().fatiha, storyId, ['Bonjour'])
    await openPauses(db)(minutesAgo(-3))
    await changeStoryState(db, cast().fatiha, storyId, 'toReview')
    await changeStoryState(db, cast().karim, storyId, 'ready')
    const versions = await kept(storyId)
    expect(versions.map(({ reason, state }) => [reason, state])).toEqual([['state', 'toReview']])
    expect(versions[0]?.writers).toEqual([cast().fatiha.memberId])
  })

  test('a name is given by hand, once to one text', async () => {
    const { db } = database
    const storyId = await newStory()
    await expect(nameVersion(db, cast().fatiha, storyId, 'rien')).rejects.toMatchObject({
      reason: 'version.blank',
    })
    await write(db, cast().fatiha, storyId, ['Bonjour'])
    await expect(nameVersion(db, cast().fatiha, storyId, '  ')).rejects.toMatchObject({
      reason: 'version.name-missing',
    })
    await nameVersion(db, cast().fatiha, storyId, ' La version longue ')
    await nameVersion(db, cast().fatiha, storyId, 'La version longue')
    await expect(nameVersion(db, cast().fatiha, storyId, 'Autre')).rejects.toMatchObject({
      reason: 'version.same',
      facts: { name: 'La version longue' },
    })
    const { versions } = await readVersions(db, cast().denise, storyId)
    expect(versions).toMatchObject([
      { reason: 'named', name: 'La version longue', by: 'Fatiha', writers: ['Fatiha'] },
    ])
  })

  test('after thirty days one pause a day remains, and all that has a reason', async () => {
    const { db } = database
    const storyId = await newStory()
    const pauses = openPauses(db)
    for (const line of ['un', 'deux', 'trois']) {
      await write(db, cast().fatiha, storyId, [line])
      await pauses(minutesAgo(-3))
    }
    await write(db, cast().fatiha, storyId, ['quatre'])
    await nameVersion(db, cast().fatiha, storyId, 'La bonne')
    await thinVersions(db, 'Europe/Paris')
    expect(await reasons(storyId)).toEqual(['pause', 'pause', 'pause', 'named'])
    await age(db, storyId, 31)
    await thinVersions(db, 'Europe/Paris')
    expect(await reasons(storyId)).toEqual(['pause', 'named'])
    expect(wordsOf((await kept(storyId))[0]?.content)).toContain('trois')
  })

  test('who may not read a story sees none of its versions', async () => {
    const storyId = await newStory()
    const stranger = await member(database.db, 'Lucas')
    await expect(readVersions(database.db, stranger, storyId)).rejects.toMatchObject({ reason: 'not-found' })
    await expect(readVersion(database.db, stranger, storyId, 1)).rejects.toMatchObject({
      reason: 'not-found',
    })
    await expect(restoreVersion(database.db, stranger, storyId, 1)).rejects.toMatchObject({
      reason: 'not-found',
    })
  })
})

describe('a version comes back', () => {
  let room: Room
  const typists: Typist[] = []
  beforeAll(async () => {
    room = await openRoom(database.db)
  })
  afterAll(async () => {
    for (const typist of typists) typist.leave()
    await room.close()
  })
  const join = (storyId: string, who: Actor) => {
    const typist = openTypist(room.url, storyId, who.memberId)
    typists.push(typist)
    return typist
  }
  const seenBy = (typist: Typist) => typist.doc.getXmlFragment('default').toString()

  test('as a change of its own; what was there is kept, and comes back in the same way', async () => {
    const { db } = database
    const storyId = await newStory()
    await write(db, cast().fatiha, storyId, ['Un matin.', 'La pluie tombe.'])
    await nameVersion(db, cast().fatiha, storyId, 'Au début')
    await write(db, cast().denise, storyId, ['Un soir.', 'Fin.'])
    const [first] = await kept(storyId)
    const { beforeId, emptied } = await restoreVersion(db, cast().fatiha, storyId, first?.id ?? 0)
    await tidyRestored(db, cast().fatiha, storyId, emptied)
    expect(await text(storyId)).toBe('Un matin.\nLa pluie tombe.')
    expect(await reasons(storyId)).toEqual(['named', 'restore'])
    await expect(restoreVersion(db, cast().fatiha, storyId, first?.id ?? 0)).rejects.toMatchObject({
      reason: 'version.now',
    })
    await tidyRestored(
      db,
      cast().fatiha,
      storyId,
      (await restoreVersion(db, cast().fatiha, storyId, beforeId)).emptied,
    )
    expect(await text(storyId)).toBe('Un soir.\nFin.')
    const { isNow, before } = await readVersion(db, cast().fatiha, storyId, beforeId)
    expect([isNow, before && plainText(before)]).toEqual([true, 'Un matin.\nLa pluie tombe.'])
  })

  test('open pages get it live, and who writes at that moment loses nothing', async () => {
    const { db } = database
    const storyId = await newStory()
    await write(db, cast().fatiha, storyId, ['Il était une fois un camion.'])
    await nameVersion(db, cast().fatiha, storyId, 'Au début')
    await write(db, cast().denise, storyId, ['Il était une fois un camion rouge.', 'Une ligne de plus :'])
    const [first] = await kept(storyId)
    const [writer, reader] = [join(storyId, cast().denise), join(storyId, cast().fatiha)]
    await until(() => writer.provider.isSynced && reader.provider.isSynced)
    const words = Array.from({ length: 40 }, (_, at) => `mot${at}`)
    const typing = (async () => {
      for (const word of words) {
        writer.type(word)
        await new Promise((resolve) => setTimeout(resolve, 15))
      }
    })()
    await until(() => writer.kept.size >= 10)
    const restored = await restoreVersion(db, cast().fatiha, storyId, first?.id ?? 0)
    // What PostgreSQL notifies, the test's server hears by hand.
    room.collab.hear({ storyId, what: 'text' })
    await typing
    await until(() => writer.kept.size === words.length)
    await tidyRestored(db, cast().fatiha, storyId, restored.emptied)
    room.collab.hear({ storyId, what: 'text' })
    await until(() => seenBy(writer) === seenBy(reader) && !seenBy(reader).includes('rouge'))
    const { content } = (await kept(storyId)).find(({ id }) => id === restored.beforeId) ?? {}
    const everywhere = `${wordsOf(content)} ${await text(storyId)}`
    expect(words.filter((word) => !everywhere.includes(word))).toEqual([])
    expect(await text(storyId)).toMatch(/^Il était une fois un camion\.(\nmot|$)/)
  })

  test('a page that opens with what its device has writes nothing, and its reader is no writer', async () => {
    const { db } = database
    const storyId = await newStory()
    await write(db, cast().fatiha, storyId, ['Bonjour', 'Une ligne de trop'])
    await write(db, cast().fatiha, storyId, ['Bonjour'])
    const page = join(storyId, cast().denise)
    // As the device's store does: its copy is put into the open document.
    Y.applyUpdate(page.doc, Y.encodeStateAsUpdate((await readKeptText(db, storyId)).doc))
    await until(() => page.provider.isSynced && !page.provider.hasUnsyncedChanges)
    expect(await db.$count(storyUpdates, eq(storyUpdates.storyId, storyId))).toBe(0)
    page.type('salut')
    await until(() => page.kept.has('salut'))
    expect(await db.$count(storyUpdates, eq(storyUpdates.storyId, storyId))).toBe(1)
  })

  test('not into a story that was aired or binned', async () => {
    const { db } = database
    for (const end of [
      (id: string) => changeStoryState(db, cast().karim, id, 'aired'),
      (id: string) => binStory(db, cast().karim, id),
    ]) {
      const storyId = await newStory()
      await write(db, cast().fatiha, storyId, ['un'])
      await nameVersion(db, cast().fatiha, storyId, 'un')
      await write(db, cast().fatiha, storyId, ['deux'])
      await end(storyId)
      const [first] = await kept(storyId)
      await expect(restoreVersion(db, cast().fatiha, storyId, first?.id ?? 0)).rejects.toMatchObject({
        reason: 'story.closed',
      })
    }
  })
})

describe('what was cut', () => {
  const lines = ['Les citrons sont ramassés le lundi par des voisines.', 'Zohra ouvre la porte.']

  test('the author learns what others took out, until they have looked at it', async () => {
    const { db } = database
    const { fatiha, karim, denise } = cast()
    const storyId = await newStory()
    await write(db, fatiha, storyId, lines, minutesAgo(60))
    expect(await readCut(db, fatiha, storyId)).toBeNull()
    await write(
      db,
      karim,
      storyId,
      ['Les citrons sont ramassés le lundi.', 'Zohra ouvre la porte.'],
      minutesAgo(30),
    )
    expect(await readCut(db, fatiha, storyId)).toMatchObject({ by: ['Karim'], removed: 3, added: 0 })
    expect(await readCut(db, karim, storyId)).toBeNull()
    await write(db, denise, storyId, ['Les citrons sont ramassés le lundi.'], minutesAgo(10))
    const cut = await readCut(db, fatiha, storyId)
    expect(cut).toMatchObject({ by: ['Denise', 'Karim'], removed: 7 })
    expect(plainText((await readVersion(db, fatiha, storyId, cut?.sinceId ?? 0)).content)).toBe(
      lines.join('\n'),
    )
    await seeCut(db, fatiha, storyId)
    expect(await readCut(db, fatiha, storyId)).toBeNull()
    await write(db, karim, storyId, ['Les citrons.'])
    expect(await readCut(db, fatiha, storyId)).toMatchObject({ by: ['Karim'], removed: 4 })
  })

  test('one looks at it from the text before the cut, not from before others wrote without cutting', async () => {
    const { db } = database
    const { fatiha, karim } = cast()
    const storyId = await newStory()
    await write(db, fatiha, storyId, ['Zohra ouvre la porte.'], minutesAgo(60))
    await write(db, karim, storyId, ['Zohra ouvre la porte.', 'Elle rit.'], minutesAgo(40))
    const long = ['Zohra ouvre la porte.', 'Elle rit.', 'Les citrons sont ramassés le lundi.']
    await write(db, fatiha, storyId, long, minutesAgo(20))
    await write(db, karim, storyId, long.slice(0, 2), minutesAgo(5))
    const cut = await readCut(db, fatiha, storyId)
    expect(cut).toMatchObject({ by: ['Karim'], removed: 6, added: 0 })
    expect(plainText((await readVersion(db, fatiha, storyId, cut?.sinceId ?? 0)).content)).toBe(
      long.join('\n'),
    )
  })

  test('what the author takes out, what others add, and a spelling mended are no cut', async () => {
    const { db } = database
    const { fatiha, karim } = cast()
    const storyId = await newStory()
    await write(db, fatiha, storyId, lines, minutesAgo(60))
    await write(db, fatiha, storyId, lines.slice(1), minutesAgo(50))
    await write(db, karim, storyId, ['Zohra ouvre la portière.', 'Elle rit.'], minutesAgo(30))
    expect(await readCut(db, fatiha, storyId)).toBeNull()
  })

  test('words that somebody wrote and took out before the author wrote any were theirs', async () => {
    const { db } = database
    const { fatiha, karim } = cast()
    const storyId = await newStory()
    await write(db, karim, storyId, lines, minutesAgo(60))
    await nameVersion(db, karim, storyId, 'Pour Fatiha')
    await write(db, karim, storyId, ['Zohra'], minutesAgo(50))
    expect(await readCut(db, fatiha, storyId)).toBeNull()
  })
})
