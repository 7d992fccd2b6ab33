import type { Inline } from '#lib/story/document.ts'

/** Part of a line that is shown in one way; `note` is the note that a touch on it opens. */
export type Range = { from: number; to: number; look: string; note: string | null }
export type Stretch = { from: number; text: string; look: string; note: string | null; isBold: boolean }

/** A line cut wherever its weight changes or a range begins or ends. Ranges may overlap: looks add up, the last note counts. */
export function stretchesOf(content: readonly Inline[], ranges: readonly Range[]): Stretch[] {
  const edges = [...new Set(ranges.flatMap(({ from, to }) => [from, to]))].toSorted(
    (one, other) => one - other,
  )
  const stretches: Stretch[] = []
  let at = 0
  for (const inline of content) {
    const words = inline.type === 'text' ? inline.text : '\n'
    const isBold = inline.type === 'text' && (inline.marks ?? []).some(({ type }) => type === 'bold')
    const end = at + words.length
    const cuts = [at, ...edges.filter((edge) => edge > at && edge < end), end]
    for (const [index, from] of cuts.slice(0, -1).entries()) {
      const over = ranges.filter((range) => range.from <= from && range.to > from)
      stretches.push({
        from,
        text: words.slice(from - at, (cuts[index + 1] ?? end) - at),
        look: over.map(({ look }) => look).join(' '),
        note: over.findLast(({ note }) => note !== null)?.note ?? null,
        isBold,
      })
    }
    at = end
  }
  return stretches
}
