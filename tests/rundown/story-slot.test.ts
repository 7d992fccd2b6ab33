import { expect, test } from 'vitest'
import { rundownItems, stories } from '#lib/db/schema.ts'
import { isRefusal } from '#lib/machine/refusal.ts'
import { readStorySlot } from '#lib/rundown/story-slot.server.ts'
import { seconds } from '#lib/time/duration.ts'
import { testDatabase } from '#tests/database.ts'
import { member, storyOf } from '#tests/story/people.ts'
import { episodeOf, foundRadio } from './after-show.ts'

const radio = testDatabase()
/** The show that `episodeOf` plans airs in the week after. */
const before = Date.parse('2026-11-24T09:00:00Z')
let people: Awaited<ReturnType<typeof foundRadio>>

test('before the show has a name no show keeps anything', async () => {
  const fatiha = await member(radio.db, 'Fatiha')
  expect(await readStorySlot(radio.db, fatiha, await storyOf(radio.db, fatiha))).toBeNull()
})

test('the time that the next show keeps for a story is that of its lines there, for whoever may read it', async () => {
  const { db } = radio
  people = await foundRadio(db)
  const fatiha = await member(db, 'Fatiha')
  const storyId = await storyOf(db, fatiha)
  const slot = (now: number, actor = fatiha) => readStorySlot(db, actor, storyId, now)
  expect(await slot(before)).toBeNull()

  const line = { kind: 'voice', title: 'Les citrons', storyId } as const
  const { episodeId } = await episodeOf(db, people.coordination, [
    { ...line, plannedMs: seconds(20) },
    { ...line, plannedMs: seconds(70) },
    { ...line, plannedMs: seconds(30), isSkipped: true },
    { kind: 'voice', title: 'Autre chose', plannedMs: seconds(500) },
  ])
  expect(await slot(before)).toMatchObject({ episodeId, slotMs: seconds(90) })
  expect(await slot(before, people.coordination)).toMatchObject({ slotMs: seconds(90) })

  // A show that has aired keeps nothing any more.
  expect(await slot(before + 60 * 24 * 3_600_000)).toBeNull()

  await db.update(rundownItems).set({ plannedMs: 0 })
  expect(await slot(before)).toBeNull()
})

test('it does not exist for whoever may not read the story', async () => {
  const [story] = await radio.db
    .insert(stories)
    .values({ title: 'À part', authorId: people.coordination.memberId })
    .returning()
  const stranger = await member(radio.db, 'Lucas')
  for (const id of [story?.id ?? '', 'x']) {
    const refused = await readStorySlot(radio.db, stranger, id, before).catch((error: unknown) => error)
    expect(isRefusal(refused) && refused.reason).toBe('not-found')
  }
})
