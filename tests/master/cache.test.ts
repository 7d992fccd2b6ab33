import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { type Cache, findKept, makeKept, trimCache } from '#lib/master/cache.server.ts'

let cache: Cache
beforeEach(async () => {
  cache = { folder: await mkdtemp(join(tmpdir(), 'bobine-cache-')), mostBytes: 25 }
})
afterEach(() => rm(cache.folder, { recursive: true, force: true }))

const read = (stored: unknown) => z.number().safeParse(stored).data ?? null
const wanted = (key: string) => ({ key, ending: '.flac', read })
let made = 0
const make = (facts: number) => async (path: string) => {
  made++
  await writeFile(path, '0123456789')
  return facts
}

test('what was made is found, with its facts, and not made again', async () => {
  made = 0
  const first = await makeKept(cache, wanted('a'), make(7))
  const again = await makeKept(cache, wanted('a'), make(8))
  expect(again).toEqual(first)
  expect([again.facts, made]).toEqual([7, 1])
})

test('asked twice at once it is made once', async () => {
  made = 0
  const both = await Promise.all([
    makeKept(cache, wanted('a'), make(1)),
    makeKept(cache, wanted('a'), make(2)),
  ])
  expect(both.map(({ facts }) => facts)).toEqual([1, 1])
  expect(made).toBe(1)
})

test('when the first gives up, the second makes it', async () => {
  const broken = makeKept(cache, wanted('a'), () => Promise.reject(new Error('stopped')))
  const second = makeKept(cache, wanted('a'), make(2))
  await expect(broken).rejects.toThrow('stopped')
  expect((await second).facts).toBe(2)
  expect((await readdir(cache.folder)).toSorted()).toHaveLength(2)
})

test('a file without its facts, or with half of them, is not there', async () => {
  const { path } = await makeKept(cache, wanted('a'), make(1))
  await writeFile(`${path}.json`, '{"half')
  expect(await findKept(cache, 'a', '.flac', read)).toBeNull()
  await rm(`${path}.json`)
  expect(await findKept(cache, 'a', '.flac', read)).toBeNull()
})

test('too much of it loses what was not used for longest, and what was left unfinished', async () => {
  for (const key of ['old', 'used', 'new']) await makeKept(cache, wanted(key), make(1))
  for (const [key, ago] of [
    ['old', 50],
    ['used', 100],
  ] as const) {
    const found = await findKept(cache, key, '.flac', read)
    if (found) await utimes(found.path, new Date(Date.now() - ago * 1000), new Date(Date.now() - ago * 1000))
  }
  await findKept(cache, 'used', '.flac', read)
  const left = join(cache.folder, `${'0'.repeat(40)}-1.flac`)
  await writeFile(left, '')
  await utimes(left, new Date(0), new Date(0))
  expect(await trimCache(cache)).toBe(2)
  const kept = await Promise.all(['old', 'used', 'new'].map((key) => findKept(cache, key, '.flac', read)))
  expect(kept.map((found) => found !== null)).toEqual([false, true, true])
})
