import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'

const lock = z
  .object({
    packages: z.record(
      z.string(),
      z.object({ version: z.string().optional(), resolved: z.string().optional() }),
    ),
  })
  .parse(JSON.parse(readFileSync(join(import.meta.dirname, '../package-lock.json'), 'utf8')))

const installed = Object.entries(lock.packages).map(([path, { version = '0' }]) => ({
  name: path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length),
  version,
}))

/** Below these, known holes are open. */
const lowest = [
  ['next', '16.4.6'],
  ['@hocuspocus/server', '4.7.0'],
  ['@hocuspocus/provider', '4.7.0'],
  ['file-type', '21.3.1'],
  ['@auth/core', '0.41.3'],
  ['drizzle-orm', '0.45.2'],
] as const

test.each(lowest)('%s, wherever it is installed, is at least %s', (name, least) => {
  const old = installed.filter((one) => one.name === name && isBelow(one.version, least))
  expect(old).toEqual([])
})

test('the lock names no registry, so that any mirror serves', () => {
  expect(Object.values(lock.packages).filter(({ resolved }) => resolved !== undefined)).toEqual([])
})

test('everything that tiptap is made of has one version', () => {
  const own = installed.filter(({ name }) => name.startsWith('@tiptap/') && name !== '@tiptap/y-tiptap')
  expect(new Set(own.map(({ version }) => version)).size).toBe(1)
})

function isBelow(version: string, least: string): boolean {
  const [a, b] = [version, least].map((text) => text.split('.').map(Number))
  for (const place of [0, 1, 2]) {
    const difference = (a?.[place] ?? 0) - (b?.[place] ?? 0)
    if (difference !== 0) return difference < 0
  }
  return false
}
