import { beforeAll, describe, expect, test } from 'vitest'
import { members, shows } from '#lib/db/schema.ts'
import { lastNumber } from '#lib/episode/episode.server.ts'
import type { Actor } from '#lib/people/can.ts'
import { addItem } from '#lib/rundown/rundown.server.ts'
import { planNextEpisode, saveTemplate } from '#lib/rundown/template.server.ts'
import {
  copyTemplate,
  editTemplate,
  previewTemplate,
  readAllTemplates,
  readTemplate,
  removeTemplate,
  restoreTemplate,
} from '#lib/rundown/template-edit.server.ts'
import { testDatabase } from '#tests/database.ts'

const radio = testDatabase()
const tuesday = new Date('2026-11-24T09:00:00Z')
let nadia: Actor
let templateId: string

beforeAll(async () => {
  const { db } = radio
  const [row] = await db.insert(members).values({ name: 'Nadia', role: 'coordination' }).returning()
  if (!row) throw new Error('no member')
  nadia = { memberId: row.id, name: row.name, role: row.role, houseId: null, sessionId: 's' }
  await db.insert(shows).values({ name: 'La Bobine', slotWeekday: 5, slotTime: '18:00' })
  const episodeId = await planNextEpisode(db, nadia, tuesday)
  await addItem(db, nadia, episodeId, { kind: 'voice', title: 'Chapeau', plannedMs: 60_000, joinMs: 1000 })
  await addItem(db, nadia, episodeId, {
    kind: 'music',
    title: 'Chanson',
    hitTime: '18:10:00',
    goesTo: 'antenne',
  })
  await saveTemplate(db, nadia, episodeId, 'Ordinaire')
  const [template] = await readAllTemplates(db, nadia)
  templateId = template?.id ?? ''
})

const edited = async (change: Partial<Parameters<typeof editTemplate>[4]>) => {
  const { id, seen, isFirst, position, ...details } = await readTemplate(radio.db, nadia, templateId)
  return { seen, details: { ...details, ...change } }
}

test('a rundown kept as a template keeps how its lines are timed and heard, not what they told', async () => {
  expect((await readTemplate(radio.db, nadia, templateId)).items).toMatchObject([
    { kind: 'voice', title: 'Chapeau', plannedMs: 60_000, joinMs: 1000, hitTime: null },
    { kind: 'music', title: '', hitTime: '18:10:00', goesTo: 'antenne' },
  ])
})

describe('a change', () => {
  test('is kept whole, and refused to whoever had an older one before them', async () => {
    const { seen, details } = await edited({
      name: 'Du vendredi',
      rule: 'freq=weekly;byday=fr',
      daysAhead: 21,
    })
    await editTemplate(radio.db, nadia, templateId, seen, details, tuesday)
    expect(await readTemplate(radio.db, nadia, templateId)).toMatchObject({
      name: 'Du vendredi',
      rule: 'FREQ=WEEKLY;BYDAY=FR',
      daysAhead: 21,
    })
    await expect(editTemplate(radio.db, nadia, templateId, seen, details, tuesday)).rejects.toMatchObject({
      reason: 'template.stale',
    })
  })

  test('with a rule that cannot be read is refused, and nothing is lost', async () => {
    const { seen, details } = await edited({ name: 'Perdu', rule: 'chaque vendredi' })
    await expect(editTemplate(radio.db, nadia, templateId, seen, details, tuesday)).rejects.toMatchObject({
      reason: 'rule.unreadable',
    })
    expect((await readTemplate(radio.db, nadia, templateId)).seen).toBe(seen)
  })
})

test('a copy has the same lines and no rule: two with one rule would make each show twice', async () => {
  const copy = await readTemplate(radio.db, nadia, await copyTemplate(radio.db, nadia, templateId))
  const original = await readTemplate(radio.db, nadia, templateId)
  expect(copy).toMatchObject({ items: original.items, rule: null, isFirst: false })
  expect(copy.name).toBe(`${original.name} (copie)`)
})

test('a removed template comes back as it was, at its place, once', async () => {
  const before = await readAllTemplates(radio.db, nadia)
  await removeTemplate(radio.db, nadia, templateId)
  expect((await readAllTemplates(radio.db, nadia)).map(({ id }) => id)).not.toContain(templateId)
  await restoreTemplate(radio.db, nadia, templateId)
  await restoreTemplate(radio.db, nadia, templateId)
  expect(await readAllTemplates(radio.db, nadia)).toEqual(before)
})

test('the next titles are told before they are kept, with the numbers that they will have', async () => {
  const coming = await previewTemplate(
    radio.db,
    nadia,
    { rule: 'FREQ=MONTHLY;BYDAY=-1SA', airTime: '11:00', titlePattern: 'N° {numero} du {date}' },
    new Date('2027-06-01T09:00:00Z'),
  )
  const last = await lastNumber(radio.db, '2026-2027')
  expect(coming.map(({ title }) => title)).toEqual([
    `N° ${last + 1} du 26 juin 2027`,
    `N° ${last + 2} du 31 juillet 2027`,
    'N° 1 du 28 août 2027',
  ])
})

test.each(['resident', 'technique'] as const)('templates are not for a %s to change', async (role) => {
  const other: Actor = { ...nadia, role }
  const { seen, details } = await edited({})
  const asked = [
    readAllTemplates(radio.db, other),
    editTemplate(radio.db, other, templateId, seen, details, tuesday),
    copyTemplate(radio.db, other, templateId),
    removeTemplate(radio.db, other, templateId),
    restoreTemplate(radio.db, other, templateId),
    previewTemplate(radio.db, other, details, tuesday),
  ]
  for (const one of await Promise.allSettled(asked))
    expect(one).toMatchObject({ status: 'rejected', reason: { reason: 'not-allowed' } })
})
