import { describe, expect, test } from 'vitest'
import { antenneTargets, type MasterItem } from '#lib/master/items.ts'
import { mixKey } from '#lib/master/mixdown.ts'
import { planMaster } from '#lib/master/plan.ts'
import { energyOf, integratedLufs, spliceSubBlocks } from '#lib/sound/loudness.ts'

/** A steady sound of one loudness, whose waveform reaches `peak`. */
function sound(
  lufs: number,
  seconds: number,
  { channels = 1, peak = 0.1 }: { channels?: 1 | 2; peak?: number } = {},
) {
  const waveform = new Int8Array(seconds * 200).map((_, i) => Math.round((i % 2 ? 127 : -127) * peak))
  const subBlocks = new Float32Array(Math.floor(seconds * 10)).fill(energyOf(lufs))
  const truePeakDbtp = peak > 0 ? 20 * Math.log10(peak) : null
  const id = `${lufs} ${seconds} ${channels} ${peak}`
  return { id, file: `${lufs}.flac`, durationMs: seconds * 1000, channels, subBlocks, waveform, truePeakDbtp }
}

const item = (id: string, over: Partial<MasterItem> = {}): MasterItem => ({
  ...{ id, title: id, who: '', kind: 'voice', barred: null, sound: sound(-23, 10), parts: [] },
  ...{ offsetDb: 0, fadeInMs: 0, fadeOutMs: 0, bed: null, joinMs: 0 },
  ...over,
})

describe('which items', () => {
  test('only those that a podcast may carry and that have a sound, the others with the reason', () => {
    const { lines, leftOut } = planMaster([
      item('a'),
      item('song', { barred: 'antenne-only' }),
      item('later', { sound: null }),
      item('void', { sound: sound(-99, 5, { peak: 0 }) }),
      item('backwards', { parts: [{ startMs: 5000, endMs: 4000 }] }),
      item('b'),
    ])
    expect(lines.map(({ itemId }) => itemId)).toEqual(['a', 'b'])
    expect(leftOut).toEqual([
      { itemId: 'song', title: 'song', reason: 'antenne-only' },
      { itemId: 'later', title: 'later', reason: 'no-sound' },
      { itemId: 'void', title: 'void', reason: 'silent' },
      { itemId: 'backwards', title: 'backwards', reason: 'no-sound' },
    ])
  })

  test('of nothing is nothing', () => {
    expect(planMaster([])).toMatchObject({
      lines: [],
      pieces: [],
      durationMs: 0,
      predictedLufs: null,
      chapters: [],
    })
  })
})

describe('how loud', () => {
  test('every voice sits at −16, however it was recorded', () => {
    const { lines, predictedLufs } = planMaster([
      item('near', { sound: sound(-12, 20) }),
      item('far', { sound: sound(-38, 20, { peak: 0.05 }) }),
      item('wide', { sound: sound(-20, 20, { channels: 2 }) }),
    ])
    for (const cut of lines) expect(cut.predictedLufs).toBeCloseTo(-16, 1)
    expect(predictedLufs).toBeCloseTo(-16, 1)
  })

  test('a mono sound fills both channels: 3 dB less gain than a stereo one of the same figures', () => {
    const [mono, stereo] = planMaster([
      item('a'),
      item('b', { sound: sound(-23, 10, { channels: 2 }) }),
    ]).lines
    expect((stereo?.gainDb ?? 0) - (mono?.gainDb ?? 0)).toBeCloseTo(3.01, 1)
  })

  test('music sits 2 LU below, and the whole still lands on the target', () => {
    const { lines, predictedLufs } = planMaster([
      item('a'),
      item('song', { kind: 'music', sound: sound(-9, 60) }),
    ])
    expect((lines[0]?.predictedLufs ?? 0) - (lines[1]?.predictedLufs ?? 0)).toBeCloseTo(2, 1)
    expect(predictedLufs).toBeCloseTo(-16, 1)
  })

  test('a very quiet take stops at +30 dB and says so', () => {
    const { lines, predictedLufs } = planMaster([item('whisper', { sound: sound(-50, 20, { peak: 0.01 }) })])
    expect(lines[0]).toMatchObject({ gainDb: 30, warning: 'quiet' })
    expect(predictedLufs).toBeCloseTo(-17, 1)
  })

  test('above +20 dB there is a word about noise', () => {
    expect(planMaster([item('a', { sound: sound(-40, 20, { peak: 0.02 }) })]).lines[0]?.warning).toBe('noisy')
  })

  test('0.3 s is levelled by its peak', () => {
    const plan = planMaster([item('sting', { kind: 'sting', sound: sound(-20, 0.3, { peak: 0.5 }) })])
    expect(plan.lines[0]).toMatchObject({ warning: 'short', predictedLufs: null })
    expect(plan.lines[0]?.gainDb).toBeCloseTo(0, 0)
  })

  test('what gain alone would push over the ceiling is limited first, and what that takes is made up for', () => {
    const peaky = item('peaky', { sound: sound(-20, 20, { peak: 0.9 }) })
    const plan = planMaster([peaky])
    expect(plan.toMix).toMatchObject([
      { ceilingDbtp: -2, durationMs: 20_000, layers: [{ startMs: 0, endMs: 20_000 }] },
    ])
    expect(planMaster([item('calm')]).toMix).toEqual([])
    expect(plan.lines[0]?.gainDb ?? 0).toBeGreaterThan(1)
  })

  test('once it is limited, it is cut from that file, at the level that was measured in it', () => {
    const peaky = item('peaky', { sound: sound(-20, 20, { peak: 0.9 }) })
    const [mixdown] = planMaster([peaky]).toMix
    if (!mixdown) throw new Error('nothing to limit')
    const made = {
      id: 'made',
      file: 'made.flac',
      truePeakDbtp: -2,
      subBlocks: new Float32Array(200).fill(energyOf(-19.2)),
    }
    const plan = planMaster([peaky], { mixed: new Map([[mixKey(mixdown), made]]) })
    expect(plan.toMix).toEqual([])
    expect(plan.pieces).toMatchObject([{ file: 'made.flac', gainDb: 0.19 }])
    expect(plan.predictedLufs).toBeCloseTo(-16, 1)
  })

  test('an offset of the editor is heard', () => {
    const { lines } = planMaster([item('a'), item('b', { offsetDb: -4 })])
    expect((lines[0]?.predictedLufs ?? 0) - (lines[1]?.predictedLufs ?? 0)).toBeCloseTo(4, 1)
  })

  test('for the antenne the same lines sit at −23', () => {
    expect(planMaster([item('a')], { targets: antenneTargets }).predictedLufs).toBeCloseTo(-23, 1)
  })

  test('the trim of the last master is kept as long as it fits', () => {
    const lines = [item('a'), item('song', { kind: 'music', sound: sound(-9, 60) })]
    const { trimDb } = planMaster(lines)
    expect(planMaster(lines, { lastTrimDb: trimDb + 0.03 }).trimDb).toBe(trimDb + 0.03)
    expect(planMaster(lines, { lastTrimDb: trimDb + 0.2 }).trimDb).toBe(trimDb)
  })

  test('only the cut counts, not what was cut away', () => {
    const subBlocks = Float32Array.from({ length: 200 }, (_, i) => energyOf(i < 100 ? -10 : -30))
    const mixed = { ...sound(-20, 20), subBlocks }
    const parts = [{ startMs: 10_000, endMs: 20_000 }]
    const [cut] = planMaster([item('a', { sound: mixed, parts })]).lines
    expect(cut?.gainDb).toBeCloseTo(14 - 3.01, 1)
    expect(
      integratedLufs(spliceSubBlocks([{ subBlocks, startMs: 10_000, endMs: 20_000, gainDb: 14 }])),
    ).toBeCloseTo(-16, 1)
  })
})

describe('when', () => {
  test('each line begins on an MP3 frame, and the whole ends on one', () => {
    const parts = [{ startMs: 1001, endMs: 4500 }]
    const { lines, durationMs } = planMaster([item('a', { parts }), item('b')])
    expect(lines.map(({ startMs, endMs }) => [startMs, endMs])).toEqual([
      [0, 3499],
      [3504, 13_504],
    ])
    expect(durationMs).toBe(13_512)
  })

  test('stretches of one line follow each other without a hole', () => {
    const parts = [
      { startMs: 0, endMs: 1001 },
      { startMs: 5000, endMs: 6000 },
    ]
    const { pieces } = planMaster([item('a', { parts })])
    expect(pieces.map(({ atMs }) => atMs)).toEqual([0, 1001])
  })

  test('a silence is as long as was asked for, up to the next frame', () => {
    const { lines } = planMaster([item('a', { joinMs: 1000 }), item('b')])
    expect(lines[1]?.startMs).toBe(11_016)
  })

  test('a crossfade makes two lines sound together, in a mixdown of their own', () => {
    const { lines, toMix, pieces } = planMaster([item('a', { joinMs: -2000 }), item('b'), item('c')])
    expect(lines.map(({ startMs }) => startMs)).toEqual([0, 8000, 18_000])
    expect(toMix).toMatchObject([
      { durationMs: 18_000, layers: [{ atMs: 0 }, { atMs: 8000, fades: 'equal-power' }] },
    ])
    expect(pieces).toHaveLength(2)
  })

  test('a crossfade takes no more than half of a short line', () => {
    const short = item('b', { sound: sound(-23, 1) })
    expect(planMaster([item('a', { joinMs: -3000 }), short]).lines[1]?.startMs).toBe(9500)
  })

  test('a bed plays under a line, as often as it takes, 18 LU below', () => {
    const bed = sound(-20, 4, { channels: 2 })
    const { toMix } = planMaster([item('a', { bed })])
    const layers = toMix[0]?.layers ?? []
    expect(layers.map(({ atMs }) => atMs)).toEqual([0, 0, 4000, 8000])
    expect(layers[1]?.gainDb).toBe(-14)
    expect(layers.at(-1)).toMatchObject({ endMs: 2000, fadeOutMs: 1000 })
  })
})

describe('a slot', () => {
  const bed = (seconds: number, over: Partial<MasterItem> = {}) =>
    item('bed-fill', { title: 'fill', kind: 'ident', sound: sound(-20, seconds, { channels: 2 }), ...over })
  const fitted = (slotMs: number, fill: MasterItem | null, over: Partial<MasterItem> = {}) =>
    planMaster([item('a', over)], { targets: { ...antenneTargets, slotMs }, fill })

  const cases: [what: string, slotMs: number, fill: MasterItem | null, filledBy: string, fillMs: number][] = [
    ['longer than the show is filled with music', 20_000, bed(60), 'music', 10_000],
    ['may end between two MP3 frames', 20_001, bed(60), 'music', 10_001],
    ['much longer has the music begin again', 95_432, bed(20), 'music', 85_432],
    ['that takes all of the music but a moment', 30_990, bed(20), 'music', 20_990],
    ['less than two seconds longer stays silent', 11_900, bed(60), 'silence', 1900],
    ['without music of the show stays silent', 20_000, null, 'silence', 10_000],
    ['whose music is too short to begin again stays silent', 20_000, bed(3), 'silence', 10_000],
    [
      'whose music cannot be heard stays silent',
      20_000,
      bed(60, { sound: sound(-99, 60, { peak: 0 }) }),
      'silence',
      10_000,
    ],
    ['as long as the show adds nothing', 10_000, bed(60), 'silence', 0],
  ]
  test.each(cases)('%s', (_, slotMs, fill, filledBy, fillMs) => {
    const plan = fitted(slotMs, fill)
    expect(plan.slot).toEqual({ fillMs, overMs: 0, filledBy })
    expect(plan.durationMs).toBe(slotMs)
    expect(plan.subBlocks).toHaveLength(Math.floor(slotMs / 100))
    expect(plan.lines.map(({ title }) => title)).toEqual(filledBy === 'music' ? ['a', 'fill'] : ['a'])
    if (filledBy === 'music') {
      const [, music] = plan.pieces
      expect((music?.atMs ?? 0) + (music?.endMs ?? 0)).toBe(slotMs)
      expect(plan.lines[1]).toMatchObject({ startMs: 10_008, endMs: slotMs, warning: null })
    }
  })

  test('that is too short is said, not cut', () => {
    const plan = fitted(9000, bed(60))
    expect(plan).toMatchObject({ durationMs: 10_000, slot: { fillMs: 0, overMs: 1000 } })
    expect(plan.lines).toHaveLength(1)
  })

  test('none asked for adds nothing, music or not', () => {
    const plan = planMaster([item('a')], { targets: antenneTargets, fill: bed(60) })
    expect(plan).toMatchObject({ slot: null, durationMs: 10_008, lines: [{ itemId: 'a' }] })
  })

  test('of nothing to air is not filled with music', () => {
    const plan = planMaster([], { targets: { ...antenneTargets, slotMs: 9000 }, fill: bed(60) })
    expect(plan.lines).toEqual([])
  })

  test('has its music at the level of music, in and out of silence, and the whole on its target', () => {
    const plan = fitted(40_000, bed(60))
    const [voice, music] = plan.lines
    expect((voice?.predictedLufs ?? 0) - (music?.predictedLufs ?? 0)).toBeCloseTo(2, 1)
    expect(plan.predictedLufs).toBeCloseTo(-23, 1)
    expect(plan.pieces[1]).toMatchObject({ fadeInMs: 1500, fadeOutMs: 5000 })
    expect(plan.subBlocks[399]).toBeLessThan((plan.subBlocks[300] ?? 0) / 1000)
  })

  test('has its music cross where it begins again, its stretches as they were cut, and ends within it', () => {
    const parts = [
      { startMs: 1000, endMs: 5000 },
      { startMs: 8000, endMs: 12_000 },
    ]
    const [mixdown] = fitted(25_000, bed(60, { parts })).toMix
    expect(mixdown?.durationMs).toBe(14_992)
    expect(mixdown?.layers.map(({ startMs, endMs, atMs }) => [startMs, endMs, atMs])).toEqual([
      [1000, 5000, 0],
      [8000, 12_000, 4000],
      [1000, 5000, 7000],
      [8000, 11_992, 11_000],
    ])
    expect(mixdown?.layers.map(({ fades }) => fades)).toEqual([
      ...['straight', 'equal-power', 'equal-power', 'straight'],
    ])
  })

  test('begins its music after the silence that the last line asks for, and is no chapter', () => {
    const plan = fitted(20_000, bed(60), { joinMs: 2000 })
    expect(plan.lines[1]?.startMs).toBe(12_000)
    expect(plan.chapters.map(({ title }) => title)).toEqual(['a'])
  })
})

describe('chapters', () => {
  test('start exactly where their line starts; stings belong to what precedes them', () => {
    const parts = [{ startMs: 1000, endMs: 4600 }]
    const { chapters, durationMs } = planMaster([
      item('ident', { kind: 'ident', sound: sound(-20, 2.4) }),
      item('Chapeau', { sound: sound(-20, 10), parts }),
      item('virgule', { kind: 'sting', sound: sound(-20, 6) }),
      item('Citrons', { sound: sound(-20, 7) }),
      item('bis', { title: ' Citrons ', sound: sound(-20, 3) }),
      item('untitled', { title: '  ', sound: sound(-20, 1) }),
    ])
    expect(chapters).toEqual([
      { startMs: 0, endMs: 12_000, title: 'Chapeau', itemId: 'Chapeau' },
      { startMs: 12_000, endMs: durationMs, title: 'Citrons', itemId: 'Citrons' },
    ])
  })
})
