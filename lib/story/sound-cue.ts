import { formatDuration, type Milliseconds } from '#lib/time/duration.ts'

/**
 * Where a sound plays in a text. `inMs` and `outMs` are places within the sound: null is its head and its end.
 * `firstWords` and `lastWords` are what is heard there: by them the studio knows that it is the right stretch.
 */
export type SoundCue = {
  clipId: string | null
  label: string
  inMs: Milliseconds | null
  outMs: Milliseconds | null
  firstWords: string
  lastWords: string
}

/** A cue that says nothing yet. */
export const emptyCue: SoundCue = {
  clipId: null,
  label: '',
  inMs: null,
  outMs: null,
  firstWords: '',
  lastWords: '',
}

/** How long the stretch lasts; null while neither its end nor the length of the whole sound is known. */
export function cueLength(
  { inMs, outMs }: SoundCue,
  wholeMs: Milliseconds | null = null,
): Milliseconds | null {
  const end = outMs ?? wholeMs
  return end === null ? null : Math.max(0, end - (inMs ?? 0))
}

/** A cue in a line, for the text, the prompter and paper: "Le moulin, 0:42, « Au début… et voilà »". */
export function cueLine(cue: SoundCue): string {
  const length = cueLength(cue)
  const heard = [cue.firstWords && `${cue.firstWords} …`, cue.lastWords && `… ${cue.lastWords}`]
  const words = heard.filter(Boolean).join(' ').replace('… …', '…')
  return [cue.label, length === null ? '' : formatDuration(length), words && `«\u00a0${words}\u00a0»`]
    .filter(Boolean)
    .join(', ')
}
