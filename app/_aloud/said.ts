const NAME = 'voix'

/**
 * Marks the sentence that is said, and brings it into view. The mark is the browser's own (no element is added), so
 * that a text in which somebody writes stays as it is. Browsers without it read all the same.
 */
export function showSaid(range: Range | null) {
  if ('highlights' in CSS) {
    if (range) CSS.highlights.set(NAME, new Highlight(range))
    else CSS.highlights.delete(NAME)
  }
  if (range) bringIntoView(range)
}

/** A third of the screen, at the bottom, belongs to thumbs and bars. */
const IN_VIEW = 0.66

function bringIntoView(range: Range) {
  const { top, bottom } = range.getBoundingClientRect()
  if (top >= 0 && bottom <= innerHeight * IN_VIEW) return
  const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches
  scrollBy({ top: top - innerHeight / 3, behavior: isCalm ? 'instant' : 'smooth' })
}
