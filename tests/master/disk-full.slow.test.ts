import { mkdirSync, readdirSync, readFileSync, statSync, watch, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { refusalWords } from '#app/_door/words.ts'
import { antenneTargets, type MasterItem } from '#lib/master/items.ts'
import { askMaster } from '#lib/master/master.server.ts'
import { type Rendering, renderMaster } from '#lib/master/render.server.ts'
import { renderAsked } from '#lib/master/render-asked.server.ts'
import { addItem } from '#lib/rundown/rundown.server.ts'
import { testDatabase } from '#tests/database.ts'
import { soundFolder, synth } from '#tests/machine/ffmpeg-samples.ts'
import { preparedItem } from './odd-sounds.ts'
import { mountSmallDisk, type SmallDisk } from './small-disk.ts'
import { never, openStudio, type Studio } from './studio.ts'

const mounted = mountSmallDisk()
const isLeftOut = mounted instanceof Error
if (isLeftOut) process.stdout.write(`Left out: ${mounted.message}\n${mounted.cause}\n`)
const radio = testDatabase({ jobs: true })
const sounds = soundFolder()
afterAll(() => {
  if (!isLeftOut) mounted.remove()
  sounds.remove()
})

function theDisk(): SmallDisk {
  if (mounted instanceof Error) throw mounted
  return mounted
}

/** Names in a folder that are no finished piece of work with its facts. */
function unfinished(folder: string): string[] {
  const names = readdirSync(folder)
  return names.filter((name) => {
    const [, stem, facts] = /^([0-9a-f]{40}\.(?:mp3|flac))(\.json)?$/.exec(name) ?? []
    return !stem || !names.includes(facts ? stem : `${stem}.json`)
  })
}

/** The disk becomes full as soon as a name like `pattern` appears in `folder`. */
function fillWhenSeen(folder: string, pattern: RegExp, spareBytes = 64_000) {
  const seen = watch(folder, (_event, name) => {
    if (!name || !pattern.test(name)) return
    seen.close()
    theDisk().squeeze(spareBytes)
  })
}

const patience = { timeout: 240_000 }

describe.skipIf(isLeftOut)('a disk that becomes full in the middle of a render', patience, () => {
  let items: MasterItem[] = []
  beforeAll(async () => {
    const takes = [
      ['peaks.wav', synth("aevalsrc='0.9*lt(mod(t,0.5),0.002)+0.02*random(1)':s=48000", 60)],
      ['calm.wav', synth('anoisesrc=r=48000:c=pink:a=0.05', 60)],
    ] as const
    for (const [name, source] of takes) items = [...items, await preparedItem(sounds, name, source)]
  }, 240_000)

  const podcast: Rendering['format'] = {
    kind: 'podcast',
    tags: { title: 't', artist: 'a', album: 'b', language: 'fra' },
  }
  const tags = { description: 'd', originator: 'o', reference: 'r', date: '2026-11-27', time: '18:00:00' }
  const antenne = (format: 'wav24' | 'mp2'): Rendering['format'] => ({
    kind: 'antenne',
    format,
    tags,
    mostDbtp: -1,
  })

  /** When a file like this appears, or when all is encoded but so many bytes may still be written. */
  type Moment = { seen: RegExp } | { spareBytes: number }
  const cases: [when: string, format: Rendering['format'], moment: Moment][] = [
    ['a sound is limited', podcast, { seen: /\.flac\.part$/ }],
    ['a stretch is encoded', podcast, { seen: /\.mp3\.part$/ }],
    ['the podcast is joined', podcast, { spareBytes: 64_000 }],
    ['a stretch is rendered for the station', antenne('wav24'), { seen: /^antenne-/ }],
    ['the station’s file is joined', antenne('wav24'), { spareBytes: 64_000 }],
    ['the station’s file is encoded', antenne('mp2'), { spareBytes: 18_000_000 }],
  ]
  test.each(
    cases,
  )('while %s: refused in words, nothing half done, and made once there is room', async (when, format, moment) => {
    const folder = join(theDisk().folder, `${cases.findIndex(([name]) => name === when)}`)
    const cache = { folder: join(folder, 'cache'), mostBytes: 1e9 }
    mkdirSync(cache.folder, { recursive: true })
    const out = join(folder, 'master.bin')
    writeFileSync(out, 'the last master')
    const planning = format.kind === 'antenne' ? { targets: antenneTargets } : {}
    const spareBytes = 'spareBytes' in moment ? moment.spareBytes : null
    if ('seen' in moment) fillWhenSeen(cache.folder, moment.seen)
    // Where nothing is limited before, 0.9 is told when all is encoded and nothing joined.
    const onProgress = (share: number) =>
      spareBytes !== null && share > 0.899 && theDisk().squeeze(spareBytes)
    const lines = 'seen' in moment ? items : items.slice(1)
    const rendering = renderMaster(lines, out, planning, { format, cache, onProgress })
    await expect(rendering.then(() => 'made')).rejects.toMatchObject({ name: 'Refusal', reason: 'disk.full' })
    expect(readFileSync(out, 'utf8')).toBe('the last master')
    expect(readdirSync(folder).toSorted()).toEqual(['cache', 'master.bin'])
    expect(unfinished(cache.folder)).toEqual([])

    theDisk().ease()
    const inode = (name: string) => statSync(join(cache.folder, name)).ino
    const before = new Map(readdirSync(cache.folder).map((name) => [name, inode(name)]))
    const { sizeBytes } = await renderMaster(lines, out, planning, { format, cache })
    expect(statSync(out).size).toBe(sizeBytes)
    for (const [name, ino] of before) expect([name, inode(name)]).toEqual([name, ino])
  })
})

describe.skipIf(isLeftOut)('a radio whose disk becomes full', patience, () => {
  let studio: Studio
  beforeAll(async () => {
    studio = await openStudio(radio.db, join(theDisk().folder, 'data'))
  }, 240_000)
  afterAll(() => studio.close())

  test('says so, keeps the last master and makes the next one once there is room', async () => {
    const first = await studio.record('un.wav', 'anoisesrc=c=pink:d=20:a=0.1:seed=1')
    const second = await studio.record('deux.wav', 'anoisesrc=c=pink:d=60:a=0.1:seed=2')
    const episodeId = await studio.plan([{ kind: 'voice', title: 'Un', clipId: first }])
    const made = await askMaster(radio.db, studio.nadia, episodeId)
    await renderAsked(radio.db, studio.files, made, never)
    const last = await studio.master(made, episodeId)
    const bytes = readFileSync(studio.files.path(last.file ?? ''))

    await addItem(radio.db, studio.nadia, episodeId, { kind: 'voice', title: 'Deux', clipId: second })
    const asked = await askMaster(radio.db, studio.nadia, episodeId)
    const [rendered, masters, work] = ['rendered', 'masters', 'work'].map((shelf) =>
      join(theDisk().folder, 'data/files', shelf),
    )
    fillWhenSeen(rendered ?? '', /\.mp3\.part$/)
    await renderAsked(radio.db, studio.files, asked, never, false)
    const failed = await studio.master(asked, episodeId)
    expect(failed).toMatchObject({ state: 'failed', failure: 'disk.full', file: null })
    expect(refusalWords(failed.failure ?? '', {})).toContain('plus assez de place sur le disque')
    expect(readFileSync(studio.files.path(last.file ?? '')).equals(bytes)).toBe(true)
    expect(readdirSync(masters ?? '')).toEqual([`${made}.mp3`])
    expect([...readdirSync(work ?? ''), ...unfinished(rendered ?? '')]).toEqual([])

    theDisk().ease()
    const again = await askMaster(radio.db, studio.nadia, episodeId)
    expect(again).not.toBe(asked)
    await renderAsked(radio.db, studio.files, again, never)
    expect(await studio.master(again, episodeId)).toMatchObject({
      state: 'ready',
      report: { lines: [{}, {}] },
    })
  })
})
