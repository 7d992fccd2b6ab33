/** A sentence of the text further away than this, seconds, is not the one that is meant. */
const SAME_PASSAGE = 20

/** The sound of the episode whose page this is. */
export function pageAudio(): HTMLAudioElement | null {
  return document.querySelector<HTMLAudioElement>('#ecouter audio')
}

/** Plays the episode from a moment, in seconds. Only ever after a press. */
export function listenFrom(at: number): void {
  const audio = pageAudio()
  if (!audio) return
  audio.currentTime = at
  audio.play().catch(() => undefined)
}

/** All sentences and titles of the text that have their moment in the sound, in order. */
export function timedTexts(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('[data-from]')]
}

/** When a sentence or title begins, in seconds. */
export const startOf = (text: HTMLElement) => Number(text.dataset.from)

/** What is said at a moment, in seconds. */
export function textAt(texts: readonly HTMLElement[], at: number): HTMLElement | undefined {
  // A jump lands a hair before where it was sent.
  return texts.findLast((text) => startOf(text) <= at + 0.1)
}

/** The beginning of the sentence that is said at a moment, in seconds: a link to it makes sense to who opens it. */
export function sentenceStart(at: number): number {
  const sentence = textAt(timedTexts(), at)
  return sentence && at - startOf(sentence) < SAME_PASSAGE ? startOf(sentence) : at
}

/** Brings a part of the page to where one reads, unless it is there. */
export function bringToReading(part: Range | Element): void {
  const { top, bottom } = part.getBoundingClientRect()
  // The field that searches stands at the top, a thumb and bars at the bottom.
  if (top >= innerHeight * 0.4 && bottom <= innerHeight * 0.75) return
  const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches
  scrollBy({ top: top - innerHeight * 0.5, behavior: isCalm ? 'instant' : 'smooth' })
}
