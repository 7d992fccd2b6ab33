import { beforeAll, describe, expect, test } from 'vitest'
import { members, shows } from '#lib/db/schema.ts'
import type { Actor } from '#lib/people/can.ts'
import {
  changeOnce,
  readHistory,
  readMissed,
  readUndo,
  redoChange,
  returnTo,
  undoChange,
} from '#lib/rundown/history.server.ts'
import { patched } from '#lib/rundown/patch.ts'
import {
  addItem,
  addItems,
  binItems,
  duplicateItems,
  editItem,
  moveItems,
  readBin,
  readRundownState,
  restoreItem,
} from '#lib/rundown/rundown.server.ts'
import { planNextEpisode } from '#lib/rundown/template.server.ts'
import { testDatabase } from '#tests/database.ts'

const radio = testDatabase()
let nadia: Actor
let karim: Actor

beforeAll(async () => {
  await radio.db.insert(shows).values({ name: 'La Bobine', slotWeekday: 5, slotTime: '18:00' })
  const enrol = async (name: string): Promise<Actor> => {
    const [row] = await radio.db.insert(members).values({ name, role: 'coordination' }).returning()
    if (!row) throw new Error('no member')
    return { memberId: row.id, name, role: row.role, houseId: null, sessionId: 's' }
  }
  nadia = await enrol('Nadia')
  karim = await enrol('Karim')
})

async function show(titles: string) {
  const { db } = radio
  const id = await planNextEpisode(db, nadia, new Date('2026-11-24T09:00:00Z'))
  await addItems(
    db,
    nadia,
    id,
    [...titles].map((title) => ({ kind: 'voice' as const, title, plannedMs: 60_000 })),
  )
  const state = () => readRundownState(db, nadia, id)
  const order = async () => (await state()).lines.map(({ title }) => title).join('')
  const line = async (title: string) => {
    const found = (await state()).lines.find((one) => one.title === title)
    if (!found) throw new Error(`no line ${title}`)
    return found
  }
  const rename = async (actor: Actor, from: string, title: string) => {
    const { id: lineId, version } = await line(from)
    await editItem(db, actor, lineId, version, { title })
  }
  return { id, state, order, line, rename }
}

describe('each change', () => {
  test('is told as the steps that lead every screen from the version before to the new one', async () => {
    const { db } = radio
    const { id, state, line } = await show('abcd')
    const before = await state()
    const seen = await Promise.all(['b', 'c'].map(line))
    await moveItems(db, nadia, id, seen, null)
    await editItem(db, karim, (await line('a')).id, (await line('a')).version, {
      who: 'Fatiha',
      plannedMs: 45_000,
    })
    await binItems(db, nadia, id, [(await line('d')).id])
    await duplicateItems(db, nadia, id, [(await line('a')).id])
    const now = await state()
    const missed = await readMissed(db, id, before.version)
    expect(missed?.map(({ what, by }) => `${by?.name} ${what}`)).toEqual([
      'Nadia moved',
      'Karim edited',
      'Nadia binned',
      'Nadia duplicated',
    ])
    const followed = (missed ?? []).reduce((lines, { steps }) => patched(lines, steps), before.lines)
    expect(followed).toEqual(now.lines)
    expect(missed?.at(-1)?.version).toBe(now.version)
  })

  test('that changes nothing makes no new version', async () => {
    const { id, state, line } = await show('ab')
    const { version } = await state()
    const a = await line('a')
    const { told } = await editItem(radio.db, nadia, a.id, a.version, { title: 'a' })
    expect([told, (await state()).version, (await line('a')).version]).toEqual([null, version, a.version])
    await moveItems(radio.db, nadia, id, [a], null)
    expect((await state()).version).toBe(version)
  })

  test('sent twice under one key is done once, also at the same moment', async () => {
    const { id, order } = await show('a')
    const key = crypto.randomUUID()
    const ask = () =>
      changeOnce(radio.db, id, key, (tx) => addItems(tx, nadia, id, [{ kind: 'voice', title: 'b' }]))
    const [first, second] = await Promise.all([ask(), ask()])
    const third = await ask()
    expect(await order()).toBe('ab')
    expect(second.told?.version).toBe(first.told?.version)
    expect(third.told?.steps).toEqual(first.told?.steps)
  })
})

describe('taking back', () => {
  test('each kind of change, one after the other, and doing them again', async () => {
    const { db } = radio
    const { id, order, line, rename } = await show('abcd')
    await rename(nadia, 'a', 'A')
    await moveItems(db, nadia, id, [await line('d')], null)
    await binItems(db, nadia, id, [(await line('b')).id, (await line('c')).id])
    await duplicateItems(db, nadia, id, [(await line('A')).id])
    await addItem(db, nadia, id, { kind: 'music', title: 'x' })
    const path = ['dAAx', 'dAA', 'dA', 'dAbc', 'Abcd', 'abcd']
    for (const [n, expected] of path.entries()) {
      expect(await order()).toBe(expected)
      if (n < path.length - 1) await undoChange(db, nadia, id)
    }
    for (const expected of path.toReversed().slice(1)) {
      await redoChange(db, nadia, id)
      expect(await order()).toBe(expected)
    }
    await expect(redoChange(db, nadia, id)).rejects.toMatchObject({ reason: 'rundown.nothing-to-redo' })
  })

  test('touches only one’s own changes', async () => {
    const { db } = radio
    const { id, order, rename } = await show('abc')
    await rename(nadia, 'a', 'A')
    await rename(karim, 'b', 'B')
    await undoChange(db, nadia, id)
    expect(await order()).toBe('aBc')
    expect(await readUndo(db, karim, id)).toEqual({ undo: 1, redo: 0 })
    await undoChange(db, karim, id)
    expect(await order()).toBe('abc')
    await expect(undoChange(db, karim, id)).rejects.toMatchObject({ reason: 'rundown.nothing-to-undo' })
  })

  test('is refused where somebody else has changed the same since: nothing of theirs is lost', async () => {
    const { db } = radio
    const { id, order, rename } = await show('ab')
    await rename(nadia, 'a', 'A')
    await rename(karim, 'A', 'Z')
    await expect(undoChange(db, nadia, id)).rejects.toMatchObject({ reason: 'rundown.overwritten' })
    expect(await order()).toBe('Zb')
  })

  test('the whole goes back to an earlier version, and forward again', async () => {
    const { db } = radio
    const { id, order, line, rename, state } = await show('abc')
    const { version } = await state()
    await rename(nadia, 'a', 'A')
    await binItems(db, karim, id, [(await line('b')).id])
    await returnTo(db, nadia, id, version)
    expect(await order()).toBe('abc')
    await undoChange(db, nadia, id)
    expect(await order()).toBe('Ac')
    expect(
      (await readHistory(db, nadia, id)).slice(0, 4).map(({ what, by, titles }) => [what, by, titles]),
    ).toEqual([
      ['undone', 'Nadia', []],
      ['returned', 'Nadia', []],
      ['binned', 'Karim', ['b']],
      ['edited', 'Nadia', ['A']],
    ])
  })

  test('lines wait in the bin, and come back one by one', async () => {
    const { db } = radio
    const { id, order, line } = await show('abc')
    const b = await line('b')
    await binItems(db, nadia, id, [b.id, (await line('c')).id])
    expect((await readBin(db, nadia, id)).map(({ title }) => title).toSorted()).toEqual(['b', 'c'])
    await restoreItem(db, nadia, b.id)
    expect(await order()).toBe('ab')
    expect((await line('b')).version).toBeGreaterThan(b.version)
  })
})
