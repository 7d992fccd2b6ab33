import { beforeAll, describe, expect, test } from 'vitest'
import { members, shows, stories } from '#lib/db/schema.ts'
import type { Actor } from '#lib/people/can.ts'
import { readMissed, readUndo } from '#lib/rundown/history.server.ts'
import { moveBack, moveToEpisode, readMoveTargets } from '#lib/rundown/move-to-episode.server.ts'
import { patched } from '#lib/rundown/patch.ts'
import { addItems, binItem, editItem, readRundownState } from '#lib/rundown/rundown.server.ts'
import { planNextEpisode } from '#lib/rundown/template.server.ts'
import { testDatabase } from '#tests/database.ts'

const radio = testDatabase()
const tuesday = new Date('2026-11-24T09:00:00Z')
let nadia: Actor

beforeAll(async () => {
  const [row] = await radio.db.insert(members).values({ name: 'Nadia', role: 'coordination' }).returning()
  if (!row) throw new Error('no member')
  nadia = { memberId: row.id, name: row.name, role: row.role, houseId: null, sessionId: 's' }
  await radio.db.insert(shows).values({ name: 'La Bobine', slotWeekday: 5, slotTime: '18:00' })
})

/** A show whose lines are named by one letter each; T is a theme. */
async function show(titles: string) {
  const { db } = radio
  const id = await planNextEpisode(db, nadia, tuesday)
  const lines = [...titles].map((title) => {
    const kind = title === 'T' ? ('theme' as const) : ('voice' as const)
    return { kind, title, plannedMs: 60_000 }
  })
  if (lines.length > 0) await addItems(db, nadia, id, lines)
  const state = () => readRundownState(db, nadia, id)
  const order = async () => (await state()).lines.map(({ title }) => title).join('')
  const ids = async (wanted: string) =>
    (await state()).lines.filter(({ title }) => wanted.includes(title)).map((line) => line.id)
  return { id, state, order, ids }
}

describe('lines that move to another week', () => {
  test('go to its foot, before the theme that closes it, and come back where they were', async () => {
    const [here, there] = [await show('TabcdT'), await show('TxT')]
    const moved = await moveToEpisode(radio.db, nadia, await here.ids('bd'), there.id)
    expect([await here.order(), await there.order()]).toEqual(['TacT', 'TxbdT'])
    await moveBack(radio.db, nadia, moved)
    expect([await here.order(), await there.order()]).toEqual(['TabcdT', 'TxT'])
    expect(await here.ids('bd')).toEqual(moved.itemIds)
  })

  test('take their story along', async () => {
    const [story] = await radio.db
      .insert(stories)
      .values({ title: 'Les citrons', authorId: nadia.memberId })
      .returning()
    const [here, there] = [await show('a'), await show('')]
    const storyId = story?.id ?? ''
    await addItems(radio.db, nadia, here.id, [
      { kind: 'clip', title: 's', storyId, who: 'Fatiha', notes: 'vite' },
    ])
    await moveToEpisode(radio.db, nadia, await here.ids('s'), there.id)
    expect((await there.state()).lines).toMatchObject([
      { title: 's', storyId, who: 'Fatiha', notes: 'vite', kind: 'clip' },
    ])
    expect((await here.state()).facts.stories).toEqual({})
  })

  test('that were changed over there meanwhile come back changed', async () => {
    const [here, there] = [await show('abc'), await show('x')]
    const moved = await moveToEpisode(radio.db, nadia, await here.ids('b'), there.id)
    const [line] = (await there.state()).lines.filter(({ title }) => title === 'b')
    await editItem(radio.db, nadia, line?.id ?? '', line?.version ?? 0, { title: 'B' })
    await moveBack(radio.db, nadia, moved)
    expect([await here.order(), await there.order()]).toEqual(['aBc', 'x'])
  })

  test('are told to every screen of both shows, step by step', async () => {
    const [here, there] = [await show('abc'), await show('x')]
    const before = [await here.state(), await there.state()]
    const moved = await moveToEpisode(radio.db, nadia, await here.ids('ac'), there.id)
    await moveBack(radio.db, nadia, moved)
    for (const [index, one] of [here, there].entries()) {
      const start = before[index]
      const missed = await readMissed(radio.db, one.id, start?.version ?? 0)
      expect(missed?.map(({ what }) => what)).toEqual(index === 0 ? ['left', 'arrived'] : ['arrived', 'left'])
      const followed = (missed ?? []).reduce((lines, { steps }) => patched(lines, steps), start?.lines ?? [])
      expect(followed).toEqual((await one.state()).lines)
    }
  })

  test('are not taken back by one of the two alone', async () => {
    const [here, there] = [await show('ab'), await show('')]
    const before = await readUndo(radio.db, nadia, here.id)
    await moveToEpisode(radio.db, nadia, await here.ids('b'), there.id)
    expect(await readUndo(radio.db, nadia, here.id)).toEqual(before)
    expect(await readUndo(radio.db, nadia, there.id)).toEqual({ undo: 0, redo: 0 })
  })

  test('crossing each other, both get there and nothing is lost', async () => {
    const [one, other] = [await show('abcde'), await show('vwxyz')]
    const there = await Promise.all([...'abcde'].map(one.ids))
    const back = await Promise.all([...'vwxyz'].map(other.ids))
    await Promise.all([
      ...there.map((ids) => moveToEpisode(radio.db, nadia, ids, other.id)),
      ...back.map((ids) => moveToEpisode(radio.db, nadia, ids, one.id)),
    ])
    const sorted = async (which: typeof one) => [...(await which.order())].toSorted().join('')
    expect([await sorted(one), await sorted(other)]).toEqual(['vwxyz', 'abcde'])
  })

  test('pressed twice go once', async () => {
    const [here, there] = [await show('ab'), await show('')]
    const ids = await here.ids('a')
    const twice = await Promise.allSettled([1, 2].map(() => moveToEpisode(radio.db, nadia, ids, there.id)))
    expect(twice.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(twice.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { reason: 'rundown.gone' },
    })
    expect([await here.order(), await there.order()]).toEqual(['b', 'a'])
  })
})

describe('what is refused leaves both as they were', () => {
  test('the same show, no show, no line, lines of two shows', async () => {
    const [here, there] = [await show('ab'), await show('x')]
    const [ids, others] = [await here.ids('a'), await there.ids('x')]
    const nobody = '00000000-0000-4000-8000-000000000000'
    const asked = [
      moveToEpisode(radio.db, nadia, ids, here.id),
      moveToEpisode(radio.db, nadia, ids, nobody),
      moveToEpisode(radio.db, nadia, [nobody], there.id),
      moveToEpisode(radio.db, nadia, [...ids, ...others], there.id),
    ]
    const answers = await Promise.allSettled(asked)
    expect(answers.map((one) => one.status === 'rejected' && one.reason.reason)).toEqual([
      'rundown.same-episode',
      'not-found',
      'rundown.gone',
      'not-found',
    ])
    expect([await here.order(), await there.order()]).toEqual(['ab', 'x'])
  })

  test('bringing back what was put in the bin over there', async () => {
    const [here, there] = [await show('ab'), await show('')]
    const moved = await moveToEpisode(radio.db, nadia, await here.ids('a'), there.id)
    await binItem(radio.db, nadia, moved.madeIds[0] ?? '')
    await expect(moveBack(radio.db, nadia, moved)).rejects.toMatchObject({ reason: 'rundown.gone' })
    expect(await here.order()).toBe('b')
  })

  test.each(['resident', 'technique'] as const)('a %s', async (role) => {
    const other: Actor = { ...nadia, role }
    const [here, there] = [await show('ab'), await show('')]
    const ids = await here.ids('a')
    await expect(moveToEpisode(radio.db, other, ids, there.id)).rejects.toMatchObject({
      reason: 'not-allowed',
    })
    await expect(readMoveTargets(radio.db, other, here.id, tuesday)).rejects.toMatchObject({
      reason: 'not-allowed',
    })
    const moved = { from: here.id, to: there.id, itemIds: ids, madeIds: ids }
    await expect(moveBack(radio.db, other, moved)).rejects.toMatchObject({ reason: 'not-allowed' })
    expect(await here.order()).toBe('ab')
  })
})

test('the shows to come are offered, the next one first, the line’s own left out', async () => {
  const here = await show('a')
  const offered = await readMoveTargets(radio.db, nadia, here.id, tuesday)
  expect(offered.map(({ id }) => id)).not.toContain(here.id)
  expect(offered.map(({ airDate }) => airDate)).toEqual(offered.map(({ airDate }) => airDate).toSorted())
  expect(await readMoveTargets(radio.db, nadia, here.id, new Date('2099-01-01T00:00:00Z'))).toEqual([])
})
