import { durationWords, exactDurationWords } from '#app/_ui/duration-words.ts'
import { fitOf } from '#lib/story/length.ts'
import type { Milliseconds } from '#lib/time/duration.ts'

/** A text's length against the time that the show keeps for it, in a sentence that says what to do. */
export function fitSentence(totalMs: Milliseconds, slotMs: Milliseconds): string {
  const { kind, byMs } = fitOf(totalMs, slotMs)
  const about = `Environ ${durationWords(totalMs)}.`
  if (kind === 'right') return `${about} C’est la bonne longueur.`
  if (kind === 'long')
    return `Il y a ${durationWords(byMs)} de trop. Voulez-vous choisir une phrase à garder pour une autre fois ?`
  return `${about} Il reste ${durationWords(byMs)} : vous pouvez en dire un peu plus.`
}

/** What the show keeps for it. */
export function slotSentence(slotMs: Milliseconds): string {
  return `Au conducteur : ${exactDurationWords(slotMs)}.`
}
