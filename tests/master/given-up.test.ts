import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { theJobs } from '#lib/db/events.server.ts'
import { clips, masters, members, shows } from '#lib/db/schema.ts'
import { type FileStore, openFiles, theFiles } from '#lib/machine/files.server.ts'
import { askMaster } from '#lib/master/master.server.ts'
import { renderAsked, tendMasters } from '#lib/master/render-asked.server.ts'
import type { Actor } from '#lib/people/can.ts'
import { addItem } from '#lib/rundown/rundown.server.ts'
import { planNextEpisode } from '#lib/rundown/template.server.ts'
import { testDatabase } from '#tests/database.ts'

const radio = testDatabase({ jobs: true })
const never = new AbortController().signal
let nadia: Actor
let room: string

afterAll(() => rm(room, { recursive: true, force: true }))
beforeAll(async () => {
  room = await mkdtemp(join(tmpdir(), 'given-up-'))
  await openFiles(room)
  const [row] = await radio.db.insert(members).values({ name: 'Nadia', role: 'coordination' }).returning()
  if (!row) throw new Error('no member')
  nadia = { memberId: row.id, name: row.name, role: row.role, houseId: null, sessionId: 's' }
  await radio.db.insert(shows).values({ name: 'La Bobine', slotWeekday: 5 })
})

/** A disk on which no work can be begun. */
const fullDisk = (): FileStore => ({
  ...theFiles(),
  path: (key) => key,
  workFolder: () => Promise.reject(new Error('ENOSPC')),
})

async function asked() {
  const episodeId = await planNextEpisode(radio.db, nadia, new Date())
  const [clip] = await radio.db
    .insert(clips)
    .values({
      ...{ title: 'son', originalName: 'x.wav', originalFile: 'originals/x', sizeBytes: 1 },
      ...{ state: 'ready', durationMs: 2000, mezzanineFile: 'mezzanines/x', facts: { shape: 'mono' } },
      subBlocks: new Uint8Array(new Float32Array(20).fill(0.01).buffer),
      waveform: new Uint8Array(new Int8Array(400).map((_, n) => (n % 2 ? 60 : -60)).buffer),
    })
    .returning()
  await addItem(radio.db, nadia, episodeId, { kind: 'clip', title: 'son', clipId: clip?.id ?? null })
  return await askMaster(radio.db, nadia, episodeId)
}

const state = async (id: string) =>
  (await radio.db.select().from(masters)).find((master) => master.id === id)?.state

describe('a master that the machine cannot make', () => {
  test('stays on its way while its job is tried again, and fails in words with the last try', async () => {
    const id = await asked()
    await expect(renderAsked(radio.db, fullDisk(), id, never, false)).rejects.toThrow('could not be rendered')
    expect(await state(id)).toBe('rendering')
    await expect(renderAsked(radio.db, fullDisk(), id, never, true)).rejects.toThrow('could not be rendered')
    const [failed] = (await radio.db.select().from(masters)).filter((master) => master.id === id)
    expect(failed).toMatchObject({ state: 'failed', failure: 'master.broken' })
  })

  test('fails too when its job was given up, however it ended, and not before', async () => {
    const id = await asked()
    await tendMasters(radio.db)
    expect(await state(id)).toBe('asked')
    const [job] = (await theJobs()?.findJobs('master.asked', { data: { id } })) ?? []
    await theJobs()?.cancel('master.asked', job?.id ?? '')
    await tendMasters(radio.db)
    expect(await state(id)).toBe('failed')
  })
})
