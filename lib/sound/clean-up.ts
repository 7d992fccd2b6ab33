import type { CleanUp } from '#lib/db/schema.ts'

/** The order in which clean-ups are applied and named. */
export const everyCleanUp: readonly CleanUp[] = ['rumble', 'hum', 'hiss', 'ride', 'ess']

/** Each once, in the order in which they are applied. */
export function cleanUpsInOrder(cleanUps: readonly CleanUp[]): CleanUp[] {
  return everyCleanUp.filter((one) => cleanUps.includes(one))
}

/** One name for the same clean-ups in whatever order: `rumble-hiss`; '' for none. */
export function recipeOf(cleanUps: readonly CleanUp[]): string {
  return cleanUpsInOrder(cleanUps).join('-')
}

/** The clean-ups that a recipe names. */
export function cleanUpsOf(recipe: string): CleanUp[] {
  const named = recipe.split('-')
  return everyCleanUp.filter((one) => named.includes(one))
}

/** What a filter must know of the sound that it works on. Nulls are silence. */
export type Heard = {
  integratedLufs: number | null
  /** How loud its quiet moments are, LUFS. */
  floorLufs: number | null
  /** The filters that ffmpeg was built with; all of them unless told. */
  available?: ReadonlySet<string>
}

/** ffmpeg's filter for one clean-up, and what stands in for it where ffmpeg was built without. */
type Means = { filter: string; filters: string[]; otherwise: string[] }

/**
 * ffmpeg's filters for clean-ups, in order; none of them changes a sound's length or moves anything in it.
 * Where the filter that does it best is missing, the nearest that every ffmpeg has.
 */
export function cleanUpFilters(cleanUps: readonly CleanUp[], heard: Heard): string[] {
  return cleanUpsInOrder(cleanUps).flatMap((one) => {
    const { filter, filters, otherwise } = meansFor(one, heard)
    return heard.available?.has(filter) === false ? otherwise : filters
  })
}

function meansFor(cleanUp: CleanUp, { integratedLufs, floorLufs }: Heard): Means {
  switch (cleanUp) {
    case 'rumble':
      return { filter: 'highpass', filters: ['highpass=f=80'], otherwise: ['bass=g=-20:f=50'] }
    case 'hum':
      return { filter: 'bandreject', filters: [50, 100].map(notch), otherwise: [50, 100].map(dip) }
    case 'hiss':
      return {
        filter: 'afftdn',
        filters: denoised(noiseOf(integratedLufs, floorLufs)),
        otherwise: ['treble=g=-4:f=7000'],
      }
    case 'ride':
      return {
        filter: 'acompressor',
        filters: ridden(integratedLufs, 'acompressor=threshold=-26dB:ratio=2.5:attack=30:release=600:knee=6'),
        otherwise: ridden(integratedLufs, 'compand=attacks=0.05:decays=0.6:points=-90/-90|-30/-30|0/-16'),
      }
    case 'ess':
      // The static cut is gentler than what the de-esser takes away when it works.
      return {
        filter: 'deesser',
        filters: ['deesser=i=0.4:m=0.5:f=0.5'],
        otherwise: ['equalizer=f=6500:t=q:w=1.2:g=-4'],
      }
  }
}

const notch = (hz: number) => `bandreject=f=${hz}:t=q:w=8`
const dip = (hz: number) => `equalizer=f=${hz}:t=q:w=8:g=-24`

// The filter's window of 50 ms comes out half a window late, and what is late falls off the end.
const lateSamples = 1200

/** Where nobody ever pauses the softest is no noise: at least 18 dB lie between it and the voice. */
function noiseOf(integratedLufs: number | null, floorLufs: number | null): number {
  return Math.min(floorLufs ?? -50, (integratedLufs ?? -20) - 18)
}

/** Twelve decibels less noise: it stays as a breath, and the voice keeps its own. */
function denoised(noiseLufs: number): string[] {
  const floor = Math.max(-80, Math.min(-25, Math.round(noiseLufs)))
  return [
    `apad=pad_len=${lateSamples}`,
    `afftdn=nr=12:nf=${floor}`,
    `atrim=start_sample=${lateSamples}`,
    'asetpts=PTS-STARTPTS',
  ]
}

/**
 * Louder than the level of speech, two fifths of what is too much remain; softer stays as it is, and so does
 * the room between the words. Brought to one level first: a quiet take is ridden like a loud one.
 */
function ridden(integratedLufs: number | null, compressor: string): string[] {
  const gainDb = Math.max(-20, Math.min(30, -23 - (integratedLufs ?? -23)))
  return [`volume=${gainDb.toFixed(1)}dB`, compressor]
}

/** What a clean-up would be good for. `trim`: silence at the ends. */
export type Proposal =
  | { what: 'trim'; silentMs: number }
  | { what: 'rumble'; because: 'offset' }
  | { what: 'rumble' | 'hum'; because: 'heard'; overFloorDb: number }
  | { what: 'hiss'; underVoiceLu: number }
  | { what: 'ride'; rangeLu: number }

/** What was measured of a sound, as far as it tells what would do it good. */
export type Symptoms = {
  isMusic: boolean
  silence: { startMs: number; endMs: number }
  dcOffset: number
  integratedLufs: number | null
  floorLufs: number | null
  lraLu: number
  /** How far hum (50 and 100 Hz) and rumble (below 80 Hz) stand above the rest in quiet moments, dB; null is not known. */
  humDb: number | null
  rumbleDb: number | null
}

/**
 * What to propose for a sound. Music keeps its noise and its range. Sibilants are for the ear to find: no
 * measure tells them from a bright voice.
 */
export function cleanUpProposals(sound: Symptoms): Proposal[] {
  const silentMs = Math.max(sound.silence.startMs, sound.silence.endMs)
  const trim: Proposal[] = silentMs >= 500 ? [{ what: 'trim', silentMs }] : []
  return sound.isMusic ? trim : [...trim, ...voiceProposals(sound)]
}

function voiceProposals({
  dcOffset,
  humDb,
  rumbleDb,
  integratedLufs,
  floorLufs,
  lraLu,
}: Symptoms): Proposal[] {
  const proposals: Proposal[] = []
  if (dcOffset > 0.001) proposals.push({ what: 'rumble', because: 'offset' })
  else if (rumbleDb !== null && rumbleDb > 3)
    proposals.push({ what: 'rumble', because: 'heard', overFloorDb: rumbleDb })
  if (humDb !== null && humDb > 3) proposals.push({ what: 'hum', because: 'heard', overFloorDb: humDb })
  const underVoiceLu = (integratedLufs ?? 0) - (floorLufs ?? Number.NEGATIVE_INFINITY)
  // Nearer than 12 LU it is no noise between words, it is what was recorded.
  if (underVoiceLu >= 12 && underVoiceLu < 32) proposals.push({ what: 'hiss', underVoiceLu })
  if (lraLu > 12) proposals.push({ what: 'ride', rangeLu: lraLu })
  return proposals
}
