import type { ChannelShape } from './channels.ts'
import { type Level, levelOf } from './level.ts'
import { isSilent, type Measurement } from './measurement.ts'

/**
 * What somebody should know of a sound before using it. `hot`: peaks above −1 dBTP, which an encoder distorts;
 * `cut-short`: more than a second less than the file announces; `starts-late`, `ends-late`: a second and a half of
 * silence, or more.
 */
export type SoundWarning =
  | Exclude<Level, 'good' | 'unknown'>
  | Extract<ChannelShape, 'left' | 'right' | 'antiphase'>
  | 'silent'
  | 'no-loudness'
  | 'hot'
  | 'dc-offset'
  | 'starts-late'
  | 'ends-late'
  | 'cut-short'

const longSilenceMs = 1_500

/** `announcedMs` is what the file says of itself, null when it says nothing. */
export function soundWarnings(sound: Measurement, announcedMs: number | null): SoundWarning[] {
  if (isSilent(sound)) return ['silent']
  const level = levelOf(sound)
  const { shape, silence, durationMs } = sound
  const found: [boolean, SoundWarning][] = [
    [level === 'clipped', 'clipped'],
    [level === 'low', 'low'],
    [level === 'faint', 'faint'],
    [sound.integratedLufs === null, 'no-loudness'],
    [(sound.truePeakDbtp ?? -70) > -1, 'hot'],
    [shape === 'left', 'left'],
    [shape === 'right', 'right'],
    [shape === 'antiphase', 'antiphase'],
    [sound.dcOffset > 0.01, 'dc-offset'],
    [silence.startMs >= longSilenceMs, 'starts-late'],
    [silence.endMs >= longSilenceMs, 'ends-late'],
    [announcedMs !== null && announcedMs - durationMs > 1_000, 'cut-short'],
  ]
  return found.flatMap(([holds, warning]) => (holds ? [warning] : []))
}
