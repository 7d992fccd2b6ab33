import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { hashOf, root } from '#lib/machine/setup/tree.mjs'

const room = mkdtempSync(join(tmpdir(), 'bobine-tree-'))
const inside = relative(root, room)
afterAll(() => rmSync(room, { recursive: true }))

test('the hash of sources changes with a word, a name or the Node that builds, and with nothing else', () => {
  writeFileSync(join(room, 'a.ts'), 'one')
  const first = hashOf([inside])
  writeFileSync(join(room, 'a.ts'), 'one')
  expect(hashOf([inside])).toBe(first)
  expect(hashOf([inside], 'node 26')).not.toBe(first)
  writeFileSync(join(room, 'a.ts'), 'two')
  const second = hashOf([inside])
  expect(second).not.toBe(first)
  writeFileSync(join(room, 'b.ts'), '')
  expect(hashOf([inside])).not.toBe(second)
})
