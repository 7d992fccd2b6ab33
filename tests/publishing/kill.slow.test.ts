import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isBuilt, type Radio } from '#tests/hostile/radio.ts'
import { publishUnderKills } from './killing.ts'
import { editionsOf, publishedRadio } from './torture-radio.ts'

describe.skipIf(!isBuilt)('whoever publishes dies in the middle of it', () => {
  let radio: Radio
  beforeAll(async () => {
    radio = await publishedRadio()
  })
  afterAll(async () => await radio?.stop())

  test('feed and page stay wholly what they were, or are wholly new', { timeout: 600_000 }, async () => {
    const toll = await publishUnderKills({ ...(await editionsOf(radio)), kills: 5, snapshots: 60 })
    expect(toll).toMatchObject({ kills: 5, finished: 1, mixed: [] })
    expect(toll.snapshots).toBeGreaterThanOrEqual(60)
    expect(toll.editionsSeen).toBeGreaterThanOrEqual(2)
  })
})
