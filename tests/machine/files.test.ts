import { mkdir, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type FileStore, openFiles, theFiles } from '#lib/machine/files.server.ts'

let dataDir: string
let files: FileStore
const id = '6f9c2b1e-0d5a-4c57-9d55-0f0a4a7f9f10'

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'bobine-files-'))
  files = await openFiles(dataDir)
})
afterAll(() => rm(dataDir, { recursive: true, force: true }))

const work = () => join(dataDir, 'files', 'work')

test('what was put by name is there, ours alone, and no longer in its work folder', async () => {
  const folder = await files.workFolder('prepare-1')
  const made = join(folder, 'listening.mp3')
  await writeFile(made, 'sound', { mode: 0o666 })
  await files.put(`listening/${id}.mp3`, made)
  const path = files.path(`listening/${id}.mp3`)
  expect(await readFile(path, 'utf8')).toBe('sound')
  expect((await stat(path)).mode & 0o777).toBe(0o600)
  expect((await stat(join(dataDir, 'files', 'listening'))).mode & 0o777).toBe(0o700)
  expect(await readdir(folder)).toEqual([])
})

test('a copy leaves its source alone, and replaces what lay under the key', async () => {
  const source = join(dataDir, 'elsewhere.wav')
  await writeFile(source, 'first')
  await files.putCopy(`originals/${id}`, source)
  await writeFile(source, 'second')
  await files.putCopy(`originals/${id}`, source)
  expect(await readFile(files.path(`originals/${id}`), 'utf8')).toBe('second')
  expect(await readFile(source, 'utf8')).toBe('second')
})

test('equal bytes have one key', async () => {
  const put = (text: string) => files.putBytes('covers/drawn-', '.jpg', Buffer.from(text))
  const first = await put('picture')
  expect(await put('picture')).toBe(first)
  expect(await put('other')).not.toBe(first)
  expect(first).toMatch(/^covers\/drawn-[0-9a-f]{32}\.jpg$/)
  expect(await readFile(files.path(first), 'utf8')).toBe('picture')
})

test('removing twice is fine', async () => {
  const key = await files.putBytes('covers/', '.jpg', Buffer.from('gone'))
  await files.remove(key)
  await files.remove(key)
  await expect(stat(files.path(key))).rejects.toMatchObject({ code: 'ENOENT' })
})

describe('a key is a shelf and a name, nothing else', () => {
  test.each([
    '',
    'originals',
    `originals/../${id}`,
    `../originals/${id}`,
    `/originals/${id}`,
    `originals/${id}/x`,
    `originals/${id}.mp3.sh.exe`,
    `originals/${id}\n`,
    `originals/${id}\0.mp3`,
    'originals/..',
    'Originals/ABCDEFGH',
  ])('%j is refused', (name) => {
    expect(() => files.path(name)).toThrow('is not the key of a file')
  })

  test('a file from outside is never moved in', async () => {
    await expect(files.put(`originals/${id}`, '/etc/hostname')).rejects.toThrow('Only a file of the store')
  })
})

test('unfinished work is swept after an hour without a change, not before', async () => {
  const longAgo = new Date(Date.now() - 2 * 3_600_000)
  const dead = await files.workFolder('dead')
  await writeFile(join(dead, 'half.flac'), 'half')
  const alive = await files.workFolder('alive')
  await writeFile(join(alive, 'growing.flac'), 'grows')
  await mkdir(join(work(), 'empty'))
  await utimes(join(dead, 'half.flac'), longAgo, longAgo)
  for (const folder of [dead, alive, join(work(), 'empty')]) await utimes(folder, longAgo, longAgo)
  expect(await files.sweep()).toBe(2)
  expect(await readdir(work())).toContain('alive')
})

test('a work folder that is asked for again is empty again', async () => {
  const folder = await files.workFolder('again')
  await writeFile(join(folder, '.listening.mp3.part'), 'left by a crash')
  expect(await readdir(await files.workFolder('again'))).toEqual([])
})

test('the process holds one store', () => {
  expect(theFiles()).toBe(files)
})
