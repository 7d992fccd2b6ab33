import { describe, expect, test } from 'vitest'
import { type MasterItem, planPodcast, podcastTargets } from '#lib/master/plan.ts'
import { energyOf, integratedLufs, spliceSubBlocks } from '#lib/sound/loudness.ts'

/** A steady sound of one loudness, whose waveform reaches `peak`. */
function sound(lufs: number, seconds: number, { channels = 1, peak = 0.1 } = {}) {
  const waveform = new Int8Array(seconds * 200).map((_, i) => Math.round((i % 2 ? 127 : -127) * peak))
  const subBlocks = new Float32Array(Math.floor(seconds * 10)).fill(energyOf(lufs))
  return { file: `${lufs}.flac`, durationMs: seconds * 1000, channels, subBlocks, waveform }
}

const item = (id: string, over: Partial<MasterItem> = {}): MasterItem => ({
  ...{ id, title: id, kind: 'voice', mayPodcast: true, sound: sound(-23, 10) },
  ...over,
})

describe('which items', () => {
  test('only those that a podcast may carry and that have a sound, the others with the reason', () => {
    const { cuts, leftOut } = planPodcast([
      item('a'),
      item('song', { mayPodcast: false }),
      item('later', { sound: null }),
      item('void', { sound: sound(-99, 5, { peak: 0 }) }),
      item('backwards', { startMs: 5000, endMs: 4000 }),
      item('b'),
    ])
    expect(cuts.map(({ itemId }) => itemId)).toEqual(['a', 'b'])
    expect(leftOut).toEqual([
      { itemId: 'song', title: 'song', reason: 'antenne-only' },
      { itemId: 'later', title: 'later', reason: 'no-sound' },
      { itemId: 'void', title: 'void', reason: 'silent' },
      { itemId: 'backwards', title: 'backwards', reason: 'no-sound' },
    ])
  })

  test('of nothing is nothing', () => {
    expect(planPodcast([])).toMatchObject({ cuts: [], durationMs: 0, predictedLufs: null, chapters: [] })
  })
})

describe('how loud', () => {
  test('every voice sits at −16, however it was recorded', () => {
    const { cuts, predictedLufs } = planPodcast([
      item('near', { sound: sound(-12, 20) }),
      item('far', { sound: sound(-38, 20, { peak: 0.05 }) }),
      item('wide', { sound: sound(-20, 20, { channels: 2 }) }),
    ])
    for (const cut of cuts) expect(cut.predictedLufs).toBeCloseTo(-16, 1)
    expect(predictedLufs).toBeCloseTo(-16, 1)
  })

  test('a mono sound fills both channels of a stereo master: 3 dB less gain', () => {
    const [alone] = planPodcast([item('a')]).cuts
    const [beside] = planPodcast([item('a'), item('b', { sound: sound(-23, 10, { channels: 2 }) })]).cuts
    expect((alone?.gainDb ?? 0) - (beside?.gainDb ?? 0)).toBeCloseTo(3.01, 1)
  })

  test('music sits 2 LU below, and the whole still lands on the target', () => {
    const { cuts, predictedLufs } = planPodcast([
      item('a'),
      item('song', { kind: 'music', sound: sound(-9, 60) }),
    ])
    expect((cuts[0]?.predictedLufs ?? 0) - (cuts[1]?.predictedLufs ?? 0)).toBeCloseTo(2, 1)
    expect(predictedLufs).toBeCloseTo(-16, 1)
  })

  test('a very quiet take stops at +30 dB and says so', () => {
    const { cuts, predictedLufs } = planPodcast([item('whisper', { sound: sound(-50, 20, { peak: 0.01 }) })])
    expect(cuts[0]).toMatchObject({ gainDb: 30, warning: 'quiet' })
    expect(predictedLufs).toBeCloseTo(-20, 1)
  })

  test('above +20 dB there is a word about noise', () => {
    expect(planPodcast([item('a', { sound: sound(-40, 20, { peak: 0.02 }) })]).cuts[0]?.warning).toBe('noisy')
  })

  test('0.3 s is levelled by its peak', () => {
    const plan = planPodcast([item('sting', { kind: 'sting', sound: sound(-20, 0.3, { peak: 0.5 }) })])
    expect(plan.cuts[0]).toMatchObject({ warning: 'short', predictedLufs: null })
    expect(plan.cuts[0]?.gainDb).toBeCloseTo(0, 0)
  })

  test('what the limiter will take is added in advance', () => {
    const peaky = item('peaky', { sound: sound(-20, 20, { peak: 0.6 }) })
    const calm = item('calm', { sound: sound(-20, 20, { peak: 0.1 }) })
    const gain = (which: MasterItem) =>
      planPodcast([which], { ...podcastTargets, lufs: -17 }).cuts[0]?.gainDb ?? 0
    expect(gain(calm)).toBeCloseTo(3, 1)
    expect(gain(peaky)).toBeGreaterThanOrEqual(gain(calm))
  })

  test('only the cut counts, not what was cut away', () => {
    const subBlocks = Float32Array.from({ length: 200 }, (_, i) => energyOf(i < 100 ? -10 : -30))
    const mixed = { ...sound(-20, 20), subBlocks }
    const [cut] = planPodcast([item('a', { sound: mixed, startMs: 10_000 })]).cuts
    expect(cut?.gainDb).toBeCloseTo(14, 1)
    expect(
      integratedLufs(spliceSubBlocks([{ subBlocks, startMs: 10_000, endMs: 20_000, gainDb: 14 }])),
    ).toBeCloseTo(-16, 1)
  })
})

describe('chapters', () => {
  test('start exactly where their item starts; stings belong to what precedes them', () => {
    const { chapters, durationMs } = planPodcast([
      item('ident', { kind: 'ident', sound: sound(-20, 2) }),
      item('Chapeau', { sound: sound(-20, 10), startMs: 1001, endMs: 4500 }),
      item('virgule', { kind: 'sting', sound: sound(-20, 5) }),
      item('Citrons', { sound: sound(-20, 7) }),
      item('bis', { title: ' Citrons ', sound: sound(-20, 3) }),
      item('untitled', { title: '  ', sound: sound(-20, 1) }),
    ])
    expect(chapters).toEqual([
      { startMs: 0, endMs: 10_499, title: 'Chapeau', itemId: 'Chapeau' },
      { startMs: 10_499, endMs: 21_499, title: 'Citrons', itemId: 'Citrons' },
    ])
    expect(durationMs).toBe(21_499)
  })
})

test('a master is mono only when every sound is', () => {
  expect(planPodcast([item('a'), item('b')]).channels).toBe(1)
  expect(planPodcast([item('a'), item('b', { sound: sound(-20, 5, { channels: 2 }) })]).channels).toBe(2)
})
