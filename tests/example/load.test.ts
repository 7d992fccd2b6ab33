import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { clips, members, rundownItems, stories } from '#lib/db/schema.ts'
import { readEpisodes } from '#lib/episode/episode.server.ts'
import { readShow } from '#lib/episode/show.server.ts'
import { loadExample } from '#lib/example/example.server.ts'
import { readEnvironment } from '#lib/machine/environment.server.ts'
import { type FileStore, openFiles } from '#lib/machine/files.server.ts'
import { openSiteOf } from '#lib/machine/site.server.ts'
import type { Actor } from '#lib/people/can.ts'
import { addMember } from '#lib/people/members.server.ts'
import { readRundown } from '#lib/rundown/rundown.server.ts'
import { readTemplates } from '#lib/rundown/template.server.ts'
import { testDatabase } from '#tests/database.ts'

const radio = testDatabase({ jobs: true })
const tuesday = new Date('2026-11-24T09:00:00Z')
let room: string
let files: FileStore
let nadia: Actor

beforeAll(async () => {
  room = await mkdtemp(join(tmpdir(), 'bobine-example-'))
  files = await openFiles(room)
  await openSiteOf(readEnvironment({ NODE_ENV: 'test', BOBINE_DATA: room, BOBINE_SECRET: 'x'.repeat(40) }))
  const memberId = await addMember(radio.db, 'console', {
    name: 'Nadia',
    role: 'coordination',
    houseId: null,
    email: null,
  })
  nadia = { memberId, name: 'Nadia', role: 'coordination', houseId: null, sessionId: 's' }
  await loadExample(radio.db, nadia, files, tuesday)
}, 60_000)
afterAll(() => rm(room, { recursive: true, force: true }))

test('brings fourteen members, their stories and sounds, three episodes and a template', async () => {
  expect(await radio.db.$count(members)).toBe(15)
  expect(await radio.db.$count(stories)).toBeGreaterThan(20)
  expect(await radio.db.$count(clips)).toBe(25)
  const episodes = await readEpisodes(radio.db, nadia)
  expect(episodes.map(({ airDate }) => airDate)).toEqual(['2026-12-04', '2026-11-27', '2026-11-20'])
  expect(await readTemplates(radio.db, nadia)).toHaveLength(1)
  expect(await readShow(radio.db)).toMatchObject({ name: 'La Bobine Romanaise', isExample: true })
})

test('the episode in the making is the sample rundown, to the second', async () => {
  const [, making] = await readEpisodes(radio.db, nadia)
  const { lines } = await readRundown(radio.db, nadia, making?.id ?? '')
  expect(lines).toHaveLength(16)
  expect(lines.reduce((sum, line) => sum + line.plannedMs, 0)).toBe(1_650_000)
  expect(lines.filter(({ goesTo }) => goesTo === 'antenne')).toHaveLength(1)
})

test('a second loading is refused and changes nothing', async () => {
  const before = await radio.db.$count(rundownItems)
  await expect(loadExample(radio.db, nadia, files, tuesday)).rejects.toMatchObject({ reason: 'show.exists' })
  expect(await radio.db.$count(rundownItems)).toBe(before)
})
