import { afterAll, describe, expect, test } from 'vitest'
import type { CleanUp } from '#lib/db/schema.ts'
import { availableFilters } from '#lib/machine/ffmpeg.server.ts'
import {
  cleanUpFilters,
  cleanUpProposals,
  cleanUpsOf,
  everyCleanUp,
  recipeOf,
  type Symptoms,
} from '#lib/sound/clean-up.ts'
import { loudnessRangeLu, noiseFloorLufs } from '#lib/sound/loudness.ts'
import { loudnessCurve } from '#lib/sound/loudness-curve.ts'
import { measureSound } from '#lib/sound/measure.server.ts'
import { prepareCleaned } from '#lib/sound/prepare.server.ts'
import { soundFolder, synth } from '#tests/machine/ffmpeg-samples.ts'

const sounds = soundFolder()
afterAll(sounds.remove)

describe('a recipe', () => {
  test.each<[CleanUp[], string]>([
    [[], ''],
    [['hiss'], 'hiss'],
    [['ess', 'rumble', 'ess'], 'rumble-ess'],
    [[...everyCleanUp].reverse(), 'rumble-hum-hiss-ride-ess'],
  ])('of %j is "%s", and is read again', (cleanUps, recipe) => {
    expect(recipeOf(cleanUps)).toBe(recipe)
    expect(recipeOf(cleanUpsOf(recipe))).toBe(recipe)
  })
})

describe('proposals', () => {
  const healthy: Symptoms = {
    isMusic: false,
    silence: { startMs: 200, endMs: 300 },
    dcOffset: 0.0002,
    integratedLufs: -20,
    floorLufs: -60,
    lraLu: 6,
    humDb: -20,
    rumbleDb: -8,
  }
  const unknown = { humDb: null, rumbleDb: null, floorLufs: null, integratedLufs: null }
  const cases: [what: string, sound: Partial<Symptoms>, proposed: unknown[]][] = [
    ['none for a healthy sound', {}, []],
    ['none for what could not be measured', unknown, []],
    [
      'trim for a long silence at one end',
      { silence: { startMs: 0, endMs: 900 } },
      [{ what: 'trim', silentMs: 900 }],
    ],
    ['rumble for an offset', { dcOffset: 0.02, rumbleDb: 9 }, [{ what: 'rumble', because: 'offset' }]],
    [
      'rumble where wind is all that is left between words',
      { rumbleDb: 9 },
      [{ what: 'rumble', because: 'heard', overFloorDb: 9 }],
    ],
    ['hum where mains is', { humDb: 5 }, [{ what: 'hum', because: 'heard', overFloorDb: 5 }]],
    ['hiss when the room is near', { floorLufs: -45 }, [{ what: 'hiss', underVoiceLu: 25 }]],
    ['nothing when nobody ever pauses', { floorLufs: -27 }, []],
    ['riding when two voices are far apart', { lraLu: 16 }, [{ what: 'ride', rangeLu: 16 }]],
    ['nothing of it for music', { isMusic: true, lraLu: 20, humDb: 9, dcOffset: 1, floorLufs: -40 }, []],
  ]
  test.each(cases)('%s', (_, sound, proposed) => {
    expect(cleanUpProposals({ ...healthy, ...sound })).toEqual(proposed)
  })
})

const talk = (db: number) =>
  `anoisesrc=r=48000:color=pink:seed=5:a=0.5,volume='if(gt(mod(t,1.5),0.5),${db}dB,-90dB)':eval=frame`

async function cleaned(path: string, name: string, filters: readonly string[]) {
  sounds.make(`${name}.flac`, '-i', path)
  return (await prepareCleaned(sounds.at(`${name}.flac`), filters, sounds.folder)).measurement
}

describe('each clean-up, with what is best for it and with what stands in', () => {
  const ways: [string, ReadonlySet<string>][] = [
    ['best', new Set(['highpass', 'bandreject', 'afftdn', 'acompressor', 'deesser'])],
    ['standing in', new Set()],
  ]

  test('this ffmpeg has all that is best', async () => {
    const available = await availableFilters()
    expect(cleanUpFilters(everyCleanUp, { ...quiet, available })).toEqual(cleanUpFilters(everyCleanUp, quiet))
  })
  const quiet = { integratedLufs: -23, floorLufs: -50 }

  test.each(ways)('keeps the length and every instant: %s', async (name, available) => {
    const click = sounds.make(
      `click-${name}.wav`,
      ...synth("aevalsrc='if(between(n,72000,72047),0.5,0.0004*(random(0)-0.5))':s=48000", 3),
    )
    for (const one of everyCleanUp) {
      const filters = cleanUpFilters([one], { ...quiet, available })
      const measured = await cleaned(click, `click-${name}-${one}`, filters)
      expect(measured.durationMs, one).toBe(3_000)
      expect(loudestPair(measured.waveform), one).toBe(150)
    }
  })

  test.each(ways)('takes hum and rumble away, and leaves the voice: %s', async (name, available) => {
    const path = sounds.make(
      `hum-${name}.wav`,
      ...[
        ...synth(talk(-8), 9),
        ...synth('sine=f=50:r=48000,volume=-22dB', 9),
        ...synth('sine=f=100:r=48000,volume=-26dB', 9),
      ],
      ...['-filter_complex', '[0][1][2]amix=inputs=3:normalize=0'],
    )
    const before = await measureSound(path)
    expect(before.lowEnd.humDb).toBeGreaterThan(10)
    const filters = cleanUpFilters(['rumble', 'hum'], { ...quiet, available })
    const after = await cleaned(path, `hum-${name}`, filters)
    expect(after.lowEnd.humDb ?? -30).toBeLessThan(3)
    expect((after.integratedLufs ?? 0) - (before.integratedLufs ?? 0) + 3).toBeGreaterThan(-1.5)
  })

  test('wind is heard as rumble, a voice is not', async () => {
    const wind = sounds.make(
      'wind.wav',
      ...synth('anoisesrc=r=48000:color=brown:seed=2:a=0.3,lowpass=f=50,lowpass=f=50,volume=8dB', 5),
    )
    expect((await measureSound(wind)).lowEnd.rumbleDb).toBeGreaterThan(4)
    const voice = sounds.make(
      'voice.wav',
      ...synth('anoisesrc=r=48000:color=pink:seed=2:a=0.3,highpass=f=90', 5),
    )
    expect((await measureSound(voice)).lowEnd.rumbleDb).toBeLessThan(-3)
  })

  test('hiss loses its 12 dB, and the voice nothing', async () => {
    const path = sounds.make(
      'hiss.wav',
      ...[...synth(talk(-6), 12), ...synth('anoisesrc=r=48000:color=white:seed=9:a=0.006', 12)],
      ...['-filter_complex', '[0][1]amix=inputs=2:normalize=0'],
    )
    const before = await measureSound(path)
    const floorLufs = noiseFloorLufs(before.subBlocks)
    const heard = { integratedLufs: before.integratedLufs, floorLufs }
    expect(cleanUpProposals({ ...none, ...heard }).map(({ what }) => what)).toEqual(['hiss'])
    const after = await cleaned(path, 'hiss', cleanUpFilters(['hiss'], heard))
    const lessDb = (floorLufs ?? 0) - 3 - (noiseFloorLufs(after.subBlocks) ?? 0)
    expect(lessDb).toBeGreaterThan(8)
    expect(lessDb).toBeLessThan(16)
    expect(Math.abs((after.integratedLufs ?? 0) - (before.integratedLufs ?? 0) + 3)).toBeLessThan(1)
  })
  const none: Symptoms = {
    isMusic: false,
    silence: { startMs: 0, endMs: 0 },
    dcOffset: 0,
    integratedLufs: null,
    floorLufs: null,
    lraLu: 3,
    humDb: null,
    rumbleDb: null,
  }

  test.each(ways)('brings two voices nearer: %s', async (name, available) => {
    const path = sounds.make(
      `two-${name}.wav`,
      ...synth(`${talk(-6)},volume='if(gt(mod(t,10),5),-14dB,0dB)':eval=frame`, 40),
    )
    const before = await measureSound(path)
    const heard = {
      integratedLufs: before.integratedLufs,
      floorLufs: null,
      available,
    }
    const after = await cleaned(path, `two-${name}`, cleanUpFilters(['ride'], heard))
    const nearerLu = loudnessRangeLu(before.subBlocks) - loudnessRangeLu(after.subBlocks)
    expect(nearerLu).toBeGreaterThan(3)
    expect(nearerLu).toBeLessThan(10)
  })
})

function loudestPair(waveform: Int8Array): number {
  const sizes = Array.from({ length: waveform.length >> 1 }, (_, i) =>
    Math.max(-(waveform[2 * i] ?? 0), waveform[2 * i + 1] ?? 0),
  )
  return sizes.indexOf(Math.max(...sizes))
}

describe('loudness over time', () => {
  test('is one value per 100 ms, at the middle of its three seconds', () => {
    const curve = loudnessCurve(new Float32Array(40).fill(0.01), 100)
    expect(curve).toMatchObject({ fromMs: 1_500, stepMs: 100 })
    expect(curve.lufs).toHaveLength(11)
    expect(curve.lufs[0]).toBeCloseTo(-20.7, 1)
  })

  test('keeps the loudest of each share, and tells silence as null', () => {
    const energies = new Float32Array(1_000)
    energies.fill(0.1, 500, 600)
    const { stepMs, lufs } = loudnessCurve(energies, 100)
    expect(stepMs).toBe(1_000)
    expect(lufs[0]).toBeNull()
    expect(Math.max(...lufs.map((value) => value ?? -99))).toBeCloseTo(-10.7, 1)
  })

  test('of a short sound is its momentary loudness, of nothing nothing', () => {
    expect(loudnessCurve(new Float32Array(10).fill(0.01), 100)).toMatchObject({ fromMs: 200, stepMs: 100 })
    expect(loudnessCurve(new Float32Array(0), 100).lufs).toEqual([])
  })
})
