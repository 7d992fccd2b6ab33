import { beforeAll, describe, expect, test } from 'vitest'
import { members, shows, stories } from '#lib/db/schema.ts'
import { readShow } from '#lib/episode/show.server.ts'
import type { Actor } from '#lib/people/can.ts'
import { keepColumns } from '#lib/rundown/columns.server.ts'
import { foreseen } from '#lib/rundown/foresee.ts'
import { addItem, addItems, readRundownState } from '#lib/rundown/rundown.server.ts'
import { readSources } from '#lib/rundown/sources.server.ts'
import { planNextEpisode, saveTemplate } from '#lib/rundown/template.server.ts'
import { testDatabase } from '#tests/database.ts'

const radio = testDatabase()
let nadia: Actor
let bastien: Actor

beforeAll(async () => {
  await radio.db.insert(shows).values({ name: 'La Bobine', slotWeekday: 5, slotTime: '18:00' })
  nadia = await enrol('Nadia', 'coordination')
  bastien = await enrol('Bastien', 'technique')
})

async function enrol(name: string, role: Actor['role']): Promise<Actor> {
  const [row] = await radio.db.insert(members).values({ name, role }).returning()
  if (!row) throw new Error('no member')
  return { memberId: row.id, name, role, houseId: null, sessionId: 's' }
}
const plan = () => planNextEpisode(radio.db, nadia, new Date('2026-11-24T09:00:00Z'))
const linesOf = async (id: string) => (await readRundownState(radio.db, nadia, id)).lines

describe('where lines come from', () => {
  test('the show before, the templates, and the stories that lie in no rundown yet', async () => {
    const { db } = radio
    const [story] = await db
      .insert(stories)
      .values({ title: 'Les citrons', authorId: nadia.memberId })
      .returning()
    const first = await plan()
    await addItem(db, nadia, first, { kind: 'theme', title: 'Générique', plannedMs: 30_000 })
    await addItem(db, nadia, first, { kind: 'voice', title: 'Les citrons', storyId: story?.id ?? null })
    await saveTemplate(db, nadia, first, 'Ordinaire')
    expect((await readSources(db, nadia, first)).before).toBeNull()
    const second = await plan()
    const { before, templates, placedStories } = await readSources(db, nadia, second)
    expect(before?.lines.map(({ title }) => title)).toEqual(['Générique', 'Les citrons'])
    expect(templates.map(({ name, lines }) => [name, lines.length])).toEqual([['Ordinaire', 2]])
    expect(placedStories).toEqual([story?.id])
    await addItems(db, nadia, second, before?.lines ?? [], null)
    expect((await linesOf(second)).slice(0, 2)).toMatchObject([
      { title: 'Générique', plannedMs: 30_000 },
      { title: 'Les citrons', storyId: story?.id },
    ])
  })

  test('are for those who may edit, and of a show that is there', async () => {
    await expect(readSources(radio.db, bastien, await plan())).rejects.toMatchObject({
      reason: 'not-allowed',
    })
    const nowhere = readSources(radio.db, nadia, '00000000-0000-4000-8000-000000000000')
    await expect(nowhere).rejects.toMatchObject({ reason: 'not-found' })
  })
})

describe('a new line', () => {
  test('keeps the id that its screen gave it, and stands where the screen foresaw it', async () => {
    const id = await plan()
    await addItems(radio.db, nadia, id, [{ kind: 'voice', title: 'a' }], null)
    const before = await linesOf(id)
    const lines = ['b', 'c'].map((title) => ({ kind: 'voice' as const, title, id: crypto.randomUUID() }))
    const after = before[0]?.id ?? null
    const seen = foreseen(before, { do: 'add', lines, after })
    await addItems(radio.db, nadia, id, lines, after)
    expect((await linesOf(id)).map((line) => line.id)).toEqual(seen.map((line) => line.id))
  })

  test('never writes over another line by its id, in whatever rundown', async () => {
    const [first, second] = [await plan(), await plan()]
    const id = crypto.randomUUID()
    await addItems(radio.db, nadia, first, [{ kind: 'voice', title: 'mine', id }], null)
    await addItems(
      radio.db,
      nadia,
      second,
      [
        { kind: 'voice', title: 'x', id },
        { kind: 'voice', title: 'y', id },
      ],
      null,
    )
    expect((await linesOf(first))[0]).toMatchObject({ id, title: 'mine' })
    const [x, y] = await linesOf(second)
    expect(new Set([id, x?.id, y?.id]).size).toBe(3)
  })
})

describe('the show’s own columns', () => {
  test('follow their lines to a new name, as a change that every screen hears', async () => {
    const { db } = radio
    const id = await plan()
    await keepColumns(db, nadia, [{ name: 'Micro', was: null }])
    const added = { kind: 'voice' as const, title: 'a', extra: { Micro: '2', Décor: 'Table' } }
    await addItems(db, nadia, id, [added], null)
    const { version } = await readRundownState(db, nadia, id)
    await keepColumns(db, nadia, [
      { name: 'Décor', was: null },
      { name: 'Micros', was: 'Micro' },
    ])
    expect((await readShow(db)).rundownColumns).toEqual(['Décor', 'Micros'])
    expect((await linesOf(id))[0]?.extra).toEqual({ Micros: '2', Décor: 'Table' })
    expect((await readRundownState(db, nadia, id)).version).toBe(version + 1)
  })

  test('have different names, and are the coordination’s to name', async () => {
    const twice = [
      { name: 'Micro', was: null },
      { name: 'micro', was: null },
    ]
    await expect(keepColumns(radio.db, nadia, twice)).rejects.toMatchObject({ reason: 'list.taken' })
    await expect(keepColumns(radio.db, bastien, [])).rejects.toMatchObject({ reason: 'not-allowed' })
  })
})
