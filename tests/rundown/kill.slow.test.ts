import { afterEach, expect, test, vi } from 'vitest'
import { readLines } from '#lib/rundown/change.server.ts'
import { addItem, readRundownState } from '#lib/rundown/rundown.server.ts'
import { testDatabase } from '#tests/database.ts'
import { deedsOf, isWhole, Killing } from './killing.ts'
import { emptyShow, enrol } from './studio.ts'

const radio = testDatabase()
afterEach(() => vi.unstubAllGlobals())

/** Three in a run of all tests; `KILLS=20` by hand. */
const kills = Number(process.env.KILLS ?? 3)

test('a web process that dies takes no edit and no take with it that was acknowledged, and nothing is done twice', {
  timeout: 120_000 + kills * 40_000,
}, async () => {
  const { db, address } = radio
  const { actor, cookie } = await enrol(db, 'Nadia', 'coordination')
  const show = await emptyShow(db)
  await addItem(db, actor, show, { kind: 'voice', title: 'first' })
  const state = await readRundownState(db, actor, show)
  const killing = new Killing({ db, address, show, state, who: cookie, kills })
  vi.stubGlobal('fetch', killing.fetch)
  const toll = await killing.run()
  expect(toll).toMatchObject({ kills, lost: 0 })
  expect(toll.edits).toBeGreaterThan(kills)
  expect(toll.takes).toBeGreaterThan(kills)
  expect(toll.sentAgain).toBeGreaterThan(0)
  // Everything that the screens asked for is there once, in the order in which it was asked.
  expect((await readLines(db, show)).map(({ title }) => title)).toEqual(['first', ...killing.asked])
  expect(await deedsOf(db, show)).toHaveLength(toll.takes)
  expect(await isWhole(db, show)).toBe(true)
  if (process.env.KILLS) process.stdout.write(`${JSON.stringify(toll)}\n`)
})
