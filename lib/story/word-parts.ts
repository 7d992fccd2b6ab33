import { gathered, type WordPart, withoutCrumbs } from './changed-words.ts'
import { inCommon } from './in-common.ts'

/** A word or a sign with the spaces before it; an elided article is a word of its own. */
type Token = { space: string; word: string }
const tokenOf = /(\s*)([\p{L}\p{N}\p{M}]+['’]?|[^\p{L}\p{N}\p{M}\s]|$)/gu

/**
 * What changed within a line, word by word, in reading order; where words were replaced, the old ones come first.
 * `same` and `removed` together are `before`, `same` and `added` together are `after`.
 */
export function wordParts(before: string, after: string): WordPart[] {
  const [old, now] = [tokensOf(before), tokensOf(after)]
  const parts: WordPart[] = []
  let [was, is] = [0, 0]
  // Spaces are everywhere: compared with the words, they would hold together what has nothing in common.
  const pairs = inCommon(
    old.map(({ word }) => word),
    now.map(({ word }) => word),
  )
  for (const [keptWas, keptIs] of pairs) {
    const [from, to] = [old[keptWas], now[keptIs]]
    if (!from || !to) continue
    const isSpaced = from.space === to.space
    parts.push(
      ...replaced(
        textOf(old.slice(was, keptWas)) + (isSpaced ? '' : from.space),
        textOf(now.slice(is, keptIs)) + (isSpaced ? '' : to.space),
      ),
      { kind: 'same', text: (isSpaced ? from.space : '') + from.word },
    )
    ;[was, is] = [keptWas + 1, keptIs + 1]
  }
  return gathered(withoutCrumbs(gathered(parts), (text) => !/[\p{L}\p{N}]/u.test(text)))
}

/** The spaces before what went and what came are the same ones. */
function replaced(removed: string, added: string): WordPart[] {
  const [space = ''] = /^\s*/.exec(removed) ?? []
  const both = added.startsWith(space) ? space : ''
  return [
    { kind: 'same', text: both },
    { kind: 'removed', text: removed.slice(both.length) },
    { kind: 'added', text: added.slice(both.length) },
  ]
}

/** The last one is the end of the line, which both sides have. */
function tokensOf(text: string): Token[] {
  return [...text.matchAll(tokenOf)].map(([, space = '', word = '']) => ({ space, word }))
}

const textOf = (tokens: readonly Token[]) => tokens.map(({ space, word }) => space + word).join('')
