/** A stretch of words that both have, that only the later has, or that only the earlier had. */
export type DifferencePart = { kind: 'same' | 'added' | 'removed'; text: string }

/** Words, the spaces between them, and each sign for itself; an elided article is a word of its own. */
const tokenOf = /[\p{L}\p{N}\p{M}]+['’]?|\s+|[^\p{L}\p{N}\p{M}\s]/gu

/** Comparing takes the product of both sides: beyond this the middle is shown as rewritten whole. */
const MAX_CELLS = 4_000_000

/**
 * What changed from `before` to `after`, word by word, in reading order; where words were replaced, the old ones
 * come first. `same` and `removed` together are `before`, `same` and `added` together are `after`. It knows no
 * blocks: compare a line with a line.
 */
export function wordDifference(before: string, after: string): DifferencePart[] {
  const old = before.match(tokenOf) ?? []
  const now = after.match(tokenOf) ?? []
  let start = 0
  while (start < old.length && start < now.length && old[start] === now[start]) start += 1
  let end = 0
  const most = Math.min(old.length, now.length) - start
  while (end < most && old.at(-1 - end) === now.at(-1 - end)) end += 1
  const parts: DifferencePart[] = [
    { kind: 'same', text: old.slice(0, start).join('') },
    ...middle(old.slice(start, old.length - end), now.slice(start, now.length - end)),
    { kind: 'same', text: old.slice(old.length - end).join('') },
  ]
  return joined(withoutLoneSpaces(joined(parts)))
}

function middle(old: readonly string[], now: readonly string[]): DifferencePart[] {
  if (old.length * now.length > MAX_CELLS) {
    return [
      { kind: 'removed', text: old.join('') },
      { kind: 'added', text: now.join('') },
    ]
  }
  const width = now.length + 1
  const common = longestCommon(old, now)
  const parts: DifferencePart[] = []
  let [at, to] = [0, 0]
  while (at < old.length || to < now.length) {
    const [was, is] = [old[at], now[to]]
    if (was !== undefined && was === is) {
      parts.push({ kind: 'same', text: was })
      at += 1
      to += 1
    } else if (was !== undefined && (is === undefined || below(common, at, to, width))) {
      parts.push({ kind: 'removed', text: was })
      at += 1
    } else {
      parts.push({ kind: 'added', text: is ?? '' })
      to += 1
    }
  }
  return parts
}

/** Whether leaving out the old word keeps at least as much in common as taking in the new one. */
function below(common: Uint32Array, at: number, to: number, width: number): boolean {
  return (common[(at + 1) * width + to] ?? 0) >= (common[at * width + to + 1] ?? 0)
}

/** At `at * (now.length + 1) + to`: how many words the rests from `at` and from `to` on have in common, in order. */
function longestCommon(old: readonly string[], now: readonly string[]): Uint32Array {
  const width = now.length + 1
  const common = new Uint32Array((old.length + 1) * width)
  for (let at = old.length - 1; at >= 0; at -= 1) {
    for (let to = now.length - 1; to >= 0; to -= 1) {
      const here = at * width + to
      common[here] =
        old[at] === now[to]
          ? (common[here + width + 1] ?? 0) + 1
          : Math.max(common[here + width] ?? 0, common[here + 1] ?? 0)
    }
  }
  return common
}

/** Neighbours of a kind become one; between two stretches that are the same, what went comes before what came. */
function joined(parts: readonly DifferencePart[]): DifferencePart[] {
  const whole: DifferencePart[] = []
  let [removed, added] = ['', '']
  const flush = () => {
    if (removed !== '') whole.push({ kind: 'removed', text: removed })
    if (added !== '') whole.push({ kind: 'added', text: added })
    removed = ''
    added = ''
  }
  for (const { kind, text } of parts) {
    if (text === '') continue
    if (kind === 'removed') removed += text
    else if (kind === 'added') added += text
    else {
      flush()
      const last = whole.at(-1)
      if (last?.kind === 'same') last.text += text
      else whole.push({ kind, text })
    }
  }
  flush()
  return whole
}

/** Two words replaced side by side read as one replacement: a lone space between them is no rest of the old text. */
function withoutLoneSpaces(parts: readonly DifferencePart[]): DifferencePart[] {
  return parts.flatMap((part, at): DifferencePart[] => {
    const isLone = part.kind === 'same' && part.text.trim() === '' && at > 0 && at < parts.length - 1
    if (!isLone || !isReplaced(parts, at - 1, -1) || !isReplaced(parts, at + 1, 1)) return [part]
    return [
      { kind: 'removed', text: part.text },
      { kind: 'added', text: part.text },
    ]
  })
}

/** Whether something went and something came on this side of a space. */
function isReplaced(parts: readonly DifferencePart[], at: number, step: 1 | -1): boolean {
  const [one, other] = [parts[at], parts[at + step]]
  return one !== undefined && other !== undefined && one.kind !== 'same' && other.kind !== 'same'
}
