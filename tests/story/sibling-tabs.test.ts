import { randomUUID } from 'node:crypto'
import { afterEach, expect, test } from 'vitest'
import { Doc } from 'yjs'
import { joinSiblingTabs, type SiblingTabs } from '#app/_story/sibling-tabs.ts'
import { until } from './typist.ts'

const open: SiblingTabs[] = []
afterEach(() => {
  for (const tab of open.splice(0)) tab.close()
})

const aText = () => `bobine.essai.${randomUUID()}`

/** A tab of one browser; `server` is the origin of what the server brings. */
function openTab(name: string) {
  const doc = new Doc()
  const tab = { doc, isConnected: false, server: {}, told: 0 }
  const siblings = joinSiblingTabs({
    name,
    doc,
    isConnected: () => tab.isConnected,
    foreign: () => [tab.server],
  })
  if (!siblings) throw new Error('This Node.js has no BroadcastChannel')
  open.push(siblings)
  doc.on('update', () => {
    tab.told += 1
  })
  const words = () => doc.getText('words').toString()
  const type = (word: string, origin?: unknown) =>
    doc.transact(() => doc.getText('words').insert(words().length, word), origin)
  return Object.assign(tab, { siblings, words, type })
}

/** Two tabs that have greeted each other. */
async function openPair(name: string) {
  const [one, two] = [openTab(name), openTab(name)]
  one.type('a')
  await until(() => two.words() === 'a')
  two.type('b')
  await until(() => one.words() === 'ab')
  return [one, two] as const
}

test('without the server, words typed in one tab stand in the other', async () => {
  const name = aText()
  const [one, two] = [openTab(name), openTab(name)]
  one.type('bonjour')
  await until(() => two.words() === 'bonjour')
  two.type(' Fatiha')
  await until(() => one.words() === 'bonjour Fatiha')
})

test('a tab that opens later is told what the others have', async () => {
  const name = aText()
  const one = openTab(name)
  one.type('déjà là')
  const late = openTab(name)
  await until(() => late.words() === 'déjà là')
})

test('a tab that loses the server hands on what it may not have sent', async () => {
  const [one, two] = await openPair(aText())
  one.isConnected = true
  one.type('en route')
  two.type('hors ligne')
  await until(() => one.words().includes('hors ligne'))
  expect(two.words()).not.toContain('en route')
  one.isConnected = false
  one.siblings.alone()
  await until(() => two.words() === one.words())
  expect(two.words()).toContain('en route')
})

test('what the server brought is not told on, and texts do not mix', async () => {
  const other = openTab(aText())
  const [one, two] = await openPair(aText())
  one.type('du serveur', one.server)
  two.type('d’ici')
  await until(() => one.words().includes('d’ici'))
  expect(two.words()).not.toContain('serveur')
  expect(other.told).toBe(0)
})
