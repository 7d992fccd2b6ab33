import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { desc } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { audit, broadcasts } from '#lib/db/schema.ts'
import { removeEpisode } from '#lib/episode/episode.server.ts'
import type { Actor } from '#lib/people/can.ts'
import { freezeBroadcast, readBroadcast, readBroadcasts } from '#lib/rundown/broadcast.server.ts'
import { binItem, editItem, readRundown } from '#lib/rundown/rundown.server.ts'
import { testDatabase } from '#tests/database.ts'
import { callShow, episodeOf, foundRadio, musicClip } from './after-show.ts'

const radio = testDatabase()
let people: Awaited<ReturnType<typeof foundRadio>>
let nadia: Actor

beforeAll(async () => {
  people = await foundRadio(radio.db)
  nadia = people.coordination
})

async function calledShow() {
  const clipId = await musicClip(radio.db)
  const show = await episodeOf(radio.db, nadia, [
    { kind: 'theme', title: 'Générique', plannedMs: 30_000 },
    { kind: 'voice', title: 'Chapeau', who: 'Karim', plannedMs: 55_000, extra: { Micro: 'M2' } },
    { kind: 'music', title: 'Chanson', clipId, plannedMs: 200_000 },
    { kind: 'voice', title: 'Au revoir', plannedMs: 40_000 },
  ])
  const [theme, , music, bye] = show.ids
  await callShow(
    radio.db,
    people.technique,
    show.episodeId,
    [
      [theme, 1],
      [music, 31],
      [bye, 230],
    ],
    271,
  )
  return show
}

describe('a frozen copy', () => {
  test('holds the show as it was: times, what was jumped over, the music, who signed', async () => {
    const { episodeId } = await calledShow()
    const id = await freezeBroadcast(radio.db, nadia, episodeId, '  Nadia   B. ')
    const { content, wasLogged, isIntact, signedBy } = await readBroadcast(
      radio.db,
      people.technique,
      episodeId,
      id,
    )
    expect({ wasLogged, isIntact, signedBy }).toEqual({
      wasLogged: true,
      isIntact: true,
      signedBy: 'Nadia B.',
    })
    expect(content.lines.map(({ title, fate, actualMs }) => [title, fate, actualMs])).toEqual([
      ['Générique', 'played', 30_000],
      ['Chapeau', 'jumped', null],
      ['Chanson', 'played', 199_000],
      ['Au revoir', 'played', 41_000],
    ])
    expect(content.startedAt).toBe('2026-11-27T17:00:01.000Z')
    expect(content.lines[1]).toMatchObject({ who: 'Karim', extra: { Micro: 'M2' } })
    expect(content.music).toMatchObject([
      {
        title: 'L’eau vive',
        isrc: 'FRZ039700210',
        rights: 'commercial',
        lengthMs: 199_000,
        at: '2026-11-27T17:00:31.000Z',
      },
    ])
    expect(content.show).toMatchObject({ name: 'La Bobine', station: 'Radio Mega' })
    expect(content.frozen).toMatchObject({ by: nadia.name, signedBy: 'Nadia B.' })
  })

  test('has the fingerprint of its text, and the audit keeps it', async () => {
    const { episodeId } = await calledShow()
    const id = await freezeBroadcast(radio.db, nadia, episodeId, 'Nadia')
    const { text, sha256 } = await readBroadcast(radio.db, nadia, episodeId, id)
    expect(createHash('sha256').update(text).digest('hex')).toBe(sha256)
    const [noted] = await radio.db.select().from(audit).orderBy(desc(audit.id)).limit(1)
    expect(noted).toMatchObject({ what: 'broadcast.frozen', object: episodeId, memberId: nadia.memberId })
    expect(noted?.facts).toMatchObject({ sha256 })
  })

  test('stays as it is, whatever is done to the rundown; a later copy is another one', async () => {
    const { episodeId } = await calledShow()
    const id = await freezeBroadcast(radio.db, nadia, episodeId, 'Nadia')
    const before = await radio.db.select().from(broadcasts)
    const [first, second] = (await readRundown(radio.db, nadia, episodeId)).lines
    if (!first || !second) throw new Error('no lines')
    await editItem(radio.db, nadia, first.id, first.version, { title: 'Autre chose' })
    await binItem(radio.db, nadia, second.id)
    const later = await freezeBroadcast(radio.db, nadia, episodeId, 'Karim')
    const after = await radio.db.select().from(broadcasts)
    expect(after.filter((row) => row.id !== later)).toEqual(before)
    expect((await readBroadcasts(radio.db, nadia, episodeId)).map((copy) => copy.id)).toEqual([later, id])
    const { content } = await readBroadcast(radio.db, nadia, episodeId, later)
    expect(content.lines.map(({ title }) => title)).toEqual(['Autre chose', 'Chanson', 'Au revoir'])
  })

  test('keeps its show from being removed', async () => {
    const { episodeId } = await calledShow()
    await freezeBroadcast(radio.db, nadia, episodeId, 'Nadia')
    await expect(removeEpisode(radio.db, nadia, episodeId)).rejects.toMatchObject({
      reason: 'episode.broadcast',
    })
  })

  test('no line of the program changes or removes one', () => {
    const files = readdirSync(join(import.meta.dirname, '..', '..', 'lib'), {
      recursive: true,
      encoding: 'utf8',
    })
    const sources = files
      .filter((file) => file.endsWith('.ts'))
      .map((file) => readFileSync(join(import.meta.dirname, '..', '..', 'lib', file), 'utf8'))
    expect(sources.filter((source) => /(update|delete)\(broadcasts\)/.test(source))).toEqual([])
    expect(sources.filter((source) => /insert\(broadcasts\)/.test(source))).toHaveLength(1)
  })

  test('of a show that nobody called holds the plan, and says so', async () => {
    const { episodeId } = await episodeOf(radio.db, nadia, [
      { kind: 'voice', title: 'Seule', plannedMs: 60_000 },
    ])
    const id = await freezeBroadcast(radio.db, nadia, episodeId, 'Nadia')
    const { content, wasLogged } = await readBroadcast(radio.db, nadia, episodeId, id)
    expect(wasLogged).toBe(false)
    expect(content.lines).toMatchObject([
      { title: 'Seule', fate: 'waiting', plannedMs: 60_000, actualMs: null },
    ])
  })

  test('needs a signature, the end of the show, and somebody of the coordination', async () => {
    const { episodeId, ids } = await episodeOf(radio.db, nadia, [
      { kind: 'voice', title: 'a', plannedMs: 1000 },
    ])
    const freeze = (actor: Actor, name: string) => freezeBroadcast(radio.db, actor, episodeId, name)
    await expect(freeze(nadia, '  ')).rejects.toMatchObject({ reason: 'broadcast.unsigned' })
    await expect(freeze(people.technique, 'Bastien')).rejects.toMatchObject({ reason: 'not-allowed' })
    await callShow(radio.db, people.technique, episodeId, [[ids[0], 0]], null)
    await expect(freeze(nadia, 'Nadia')).rejects.toMatchObject({ reason: 'broadcast.on-air' })
    expect(await readBroadcasts(radio.db, nadia, episodeId)).toEqual([])
    await expect(readBroadcasts(radio.db, people.resident, episodeId)).rejects.toMatchObject({
      reason: 'not-found',
    })
  })

  test('is found under its own episode alone', async () => {
    const [one, other] = [await calledShow(), await calledShow()]
    const id = await freezeBroadcast(radio.db, nadia, one.episodeId, 'Nadia')
    await expect(readBroadcast(radio.db, nadia, other.episodeId, id)).rejects.toMatchObject({
      reason: 'not-found',
    })
  })
})
