/** A stretch of words that both have, that only the later has, or that only the earlier had. */
export type WordPart = { kind: 'same' | 'added' | 'removed'; text: string }

/** Neighbours of a kind become one; between two stretches that are the same, what went comes before what came. */
export function gathered(parts: readonly WordPart[]): WordPart[] {
  const whole: WordPart[] = []
  let [removed, added] = ['', '']
  const flush = () => {
    if (removed !== '') whole.push({ kind: 'removed', text: removed })
    if (added !== '') whole.push({ kind: 'added', text: added })
    ;[removed, added] = ['', '']
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

/** Between two words that were replaced, what `isCrumb` names (a space, a sign) is no rest of the old text. */
export function withoutCrumbs(parts: readonly WordPart[], isCrumb: (text: string) => boolean): WordPart[] {
  return parts.flatMap(({ kind, text }, at): WordPart[] => {
    const isLone = kind === 'same' && isCrumb(text) && at > 0 && at < parts.length - 1
    if (!isLone || !isReplaced(parts, at - 1, -1) || !isReplaced(parts, at + 1, 1)) return [{ kind, text }]
    return [
      { kind: 'removed', text },
      { kind: 'added', text },
    ]
  })
}

/** Whether something went and something came on this side. */
function isReplaced(parts: readonly WordPart[], at: number, step: 1 | -1): boolean {
  const [one, other] = [parts[at], parts[at + step]]
  return one !== undefined && other !== undefined && one.kind !== 'same' && other.kind !== 'same'
}
