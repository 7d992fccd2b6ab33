import { gathered, type WordPart, withoutCrumbs } from './changed-words.ts'
import { inCommon } from './in-common.ts'

/** Words, the spaces between them, and each sign for itself; an elided article is a word of its own. */
const tokenOf = /[\p{L}\p{N}\p{M}]+['’]?|\s+|[^\p{L}\p{N}\p{M}\s]/gu

/**
 * What changed from `before` to `after`, word by word, in reading order; where words were replaced, the old ones
 * come first. `same` and `removed` together are `before`, `same` and `added` together are `after`. It knows no
 * blocks: compare a line with a line.
 */
export function wordDifference(before: string, after: string): WordPart[] {
  const old = before.match(tokenOf) ?? []
  const now = after.match(tokenOf) ?? []
  const parts: WordPart[] = []
  let [was, is] = [0, 0]
  for (const [keptWas, keptIs] of [...inCommon(old, now), [old.length, now.length] as const]) {
    parts.push(
      { kind: 'removed', text: old.slice(was, keptWas).join('') },
      { kind: 'added', text: now.slice(is, keptIs).join('') },
      { kind: 'same', text: old[keptWas] ?? '' },
    )
    ;[was, is] = [keptWas + 1, keptIs + 1]
  }
  // Two words replaced side by side read as one replacement.
  return gathered(withoutCrumbs(gathered(parts), (text) => text.trim() === ''))
}
