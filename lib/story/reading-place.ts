import type { Stretch } from './pace.ts'

/** A block on the screen: of which section (a line of the rundown), and what it says. */
export type Placed = Stretch & { section: string; text: string }

/** Where somebody reads, told by what is written there, so that it is found again after the text has changed. */
export type ReadingPlace = {
  section: string
  /** Which block of the section, from 0, and what it said. */
  index: number
  text: string
  /** How much of the block is past, 0 to 1. */
  share: number
  /** The sections after it in order: where to go on when its own is gone. */
  next: readonly string[]
}

/** The place at `y`; null while there is no text. Above the text it is its head, below it its end. */
export function placeAt(blocks: readonly Placed[], y: number): ReadingPlace | null {
  const at = blocks.findLastIndex(({ top }) => top <= y)
  const block = blocks[Math.max(0, at)]
  if (!block) return null
  const { section, text } = block
  const index = blocks.filter((one) => one.section === section).indexOf(block)
  const share = block.height > 0 ? Math.min(1, Math.max(0, (y - block.top) / block.height)) : 0
  const after = blocks.slice(blocks.indexOf(block) + 1).map((one) => one.section)
  return { section, index, text, share, next: [...new Set(after)].filter((one) => one !== section) }
}

/** Where the place lies now, in pixels: its own words, else what stands where they stood, else what came after. */
export function placeAgain(blocks: readonly Placed[], place: ReadingPlace): number {
  const own = blocks.filter(({ section }) => section === place.section)
  if (own.length > 0) {
    const block = nearest(own, place)
    return block.top + block.height * place.share
  }
  const following = place.next.find((section) => blocks.some((block) => block.section === section))
  const last = blocks.at(-1)
  if (following !== undefined) return headOf(blocks, following) ?? 0
  return last ? last.top + last.height : 0
}

/** The top of a section; null when it is not there. */
export function headOf(blocks: readonly Placed[], section: string): number | null {
  return blocks.find((block) => block.section === section)?.top ?? null
}

/** The bottom of a section's last block; null when it is not there. */
export function endOf(blocks: readonly Placed[], section: string): number | null {
  const last = blocks.findLast((block) => block.section === section)
  return last ? last.top + last.height : null
}

function nearest(own: readonly Placed[], { index, text }: ReadingPlace): Placed {
  const same = own
    .map((block, at) => ({ block, off: Math.abs(at - index) }))
    .filter(({ block }) => block.text === text)
  const [closest] = same.sort((a, b) => a.off - b.off)
  const found = closest?.block ?? own[Math.min(index, own.length - 1)]
  if (!found) throw new RangeError('A section without blocks has no place')
  return found
}
