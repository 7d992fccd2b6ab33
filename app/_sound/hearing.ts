/** What a tenth of a second at the microphone was like: mean level in dBFS, highest sample (1 = full scale). */
export type Moment = { rmsDb: number; peak: number }

/** How somebody comes over: nothing at all, from far away, well, too loud. */
export type Heard = 'nothing' | 'far' | 'well' | 'loud'

/** People pause: what counts is the loudest fifth of the last three seconds. Null until there is a second of it. */
export function heardIn(moments: readonly Moment[]): Heard | null {
  if (moments.length < 10) return null
  const recent = moments.slice(-30)
  if (recent.filter(({ peak }) => peak >= 0.985).length >= 2) return 'loud'
  const levels = recent.map(({ rmsDb }) => rmsDb).toSorted((a, b) => b - a)
  const speech = levels[Math.floor(levels.length / 5)] ?? Number.NEGATIVE_INFINITY
  if (speech < -60) return 'nothing'
  return speech < -38 ? 'far' : 'well'
}

/** Whether somebody speaks now: what is loud in these three seconds stands well above what is always there. */
export function speaksIn(moments: readonly Moment[]): boolean {
  const levels = moments
    .slice(-30)
    .map(({ rmsDb }) => rmsDb)
    .toSorted((a, b) => a - b)
  const loud = levels[Math.floor(levels.length * 0.8)] ?? 0
  return loud - (levels[Math.floor(levels.length / 5)] ?? 0) > 9
}

/** A room while nobody speaks. `dead` is no room at all: the microphone is covered or switched off. */
export type Room = 'calm' | 'noisy' | 'dead'

/** How many moments a room is judged by: two and a half seconds. */
const roomMoments = 25

/**
 * What is always there in a room: a word or a door in between does not count, a fridge or a street does. Null until
 * there are two seconds of it.
 */
export function roomIn(moments: readonly Moment[]): Room | null {
  if (moments.length < 20) return null
  const levels = moments
    .slice(-roomMoments)
    .map(({ rmsDb }) => rmsDb)
    .toSorted((a, b) => a - b)
  if ((levels.at(-1) ?? 0) < -85) return 'dead'
  return (levels[Math.floor(levels.length / 3)] ?? 0) > -46 ? 'noisy' : 'calm'
}

/** The moment that these samples are. */
export function momentOf(samples: Float32Array): Moment {
  let sum = 0
  let peak = 0
  for (const sample of samples) {
    sum += sample * sample
    peak = Math.max(peak, Math.abs(sample))
  }
  const rms = Math.sqrt(sum / Math.max(1, samples.length))
  return { rmsDb: 20 * Math.log10(Math.max(rms, 1e-6)), peak }
}

/** −60 dBFS is an empty bar, −6 a full one. */
export function barOf({ rmsDb }: Moment): number {
  return Math.min(1, Math.max(0, (rmsDb + 60) / 54))
}
