import { describe, expect, test } from 'vitest'
import type { StoryContent } from '#lib/story/document.ts'
import { contentFromBlocks, type DraftBlock } from '#lib/story/draft.ts'
import { textDifference, textLines, wordsChanged } from '#lib/story/text-difference.ts'
import { wordParts } from '#lib/story/word-parts.ts'

const text = (...lines: (string | DraftBlock)[]): StoryContent =>
  contentFromBlocks(
    lines.map((line) => (typeof line === 'string' ? { type: 'paragraph' as const, text: line } : line)),
  )

/** "un [-deux-] {+trois+}". */
const marked = (before: string, after: string) =>
  wordParts(before, after)
    .map(({ kind, text: words }) =>
      kind === 'same' ? words : kind === 'added' ? `{+${words}+}` : `[-${words}-]`,
    )
    .join('')

test.each([
  ['', '', ''],
  ['', 'Bonjour', '{+Bonjour+}'],
  ['Bonjour', '', '[-Bonjour-]'],
  ['Bonjour', 'Bonjour', 'Bonjour'],
  ['Bonjour à tous', 'Bonjour à toutes', 'Bonjour à [-tous-]{+toutes+}'],
  ['un deux trois', 'un trois', 'un[- deux-] trois'],
  ['un trois', 'un deux trois', 'un{+ deux+} trois'],
  ['un', 'un deux', 'un{+ deux+}'],
  ['un deux', 'deux', '[-un -]deux'],
  ['Bonjour.', 'Bonjour !', 'Bonjour[-.-]{+ !+}'],
  ['le camion rouge', 'le camion, rouge', 'le camion{+,+} rouge'],
  ['l’école du quartier', 'la cour de l’école', '{+la cour de +}l’école[- du quartier-]'],
  ['l’école', 'l’église', 'l’[-école-]{+église+}'],
  ['deux mots ici', 'trois choses ici', '[-deux mots-]{+trois choses+} ici'],
  ['12 kilos', '14 kilos', '[-12-]{+14+} kilos'],
  ['Été', 'été', '[-Été-]{+été+}'],
  ['a a a', 'a a', 'a a[- a-]'],
  ['un\ndeux', 'un deux', 'un[-\n-]{+ +}deux'],
  ['aujourd’hui', 'aujourd’hui même', 'aujourd’hui{+ même+}'],
  ['éé', 'e\u0301é', '[-éé-]{+e\u0301é+}'],
])('from %o to %o: %o', (before, after, expected) => {
  expect(marked(before, after)).toBe(expected)
})

const long = 'Les citrons de la conserverie sont ramassés le lundi.'
const other = 'Zohra ouvre la porte du camion et rit très fort.'
const third = 'On entend la pluie sur le toit de tôle.'
const kinds = (before: StoryContent, after: StoryContent) =>
  textDifference(before, after).map(({ kind, line }) => `${kind} ${line.text.slice(0, 7).trim()}`)

describe('line by line', () => {
  test.each<[string, StoryContent, StoryContent, string[]]>([
    ['nothing', text(), text(), []],
    ['empty lines are none', text('', 'Bonjour'), text('Bonjour', ''), ['same Bonjour']],
    ['a first line', text(), text('Bonjour'), ['added Bonjour']],
    ['all gone', text('Bonjour'), text(), ['removed Bonjour']],
    ['a line more in the middle', text('a', 'c'), text('a', 'b', 'c'), ['same a', 'added b', 'same c']],
    ['a line less in the middle', text('a', 'b', 'c'), text('a', 'c'), ['same a', 'removed b', 'same c']],
    ['other words', text(long), text(other), ['removed Les cit', 'added Zohra o']],
    ['a word less', text(long), text(long.replace(' ramassés', '')), ['changed Les cit']],
    ['a line that moved down', text(long, other), text(other, long), ['same Zohra o', 'moved Les cit']],
    [
      'too short a line to have moved',
      text('Oui.', long),
      text(long, 'Oui.'),
      ['removed Oui.', 'same Les cit', 'added Oui.'],
    ],
    [
      'a longer line that moved up',
      text(long, third, other),
      text(other, long, third),
      ['moved Zohra o', 'same Les cit', 'same On ente'],
    ],
    ['the same words as a question', text(long), text({ type: 'question', text: long }), ['changed Les cit']],
    [
      'the same words by another voice',
      text(long),
      text({ type: 'paragraph', by: 'Zohra', text: long }),
      ['changed Les cit'],
    ],
    [
      'a note off air',
      text(long),
      text(long, { type: 'offAir', text: 'Respirer' }),
      ['same Les cit', 'added Respire'],
    ],
    [
      'a sound',
      text({ type: 'soundCue', text: 'Le moulin' }),
      text({ type: 'soundCue', text: 'La pluie' }),
      ['removed Le moul', 'added La plui'],
    ],
    [
      'a list that grows',
      text({ type: 'list', items: ['un', 'deux'] }),
      text({ type: 'list', items: ['un', 'deux', 'trois'] }),
      ['same un', 'same deux', 'added trois'],
    ],
    [
      'what went comes before what came',
      text('a', 'un deux', 'z'),
      text('a', 'trois quatre', 'z'),
      ['same a', 'removed un deux', 'added trois q', 'same z'],
    ],
  ])('%s', (_what, before, after, expected) => {
    expect(kinds(before, after)).toEqual(expected)
  })

  test('a changed line says what it was, and its words', () => {
    const [line] = textDifference(
      text(long),
      text({ type: 'question', text: long.replace('lundi', 'mardi') }),
    )
    expect(line).toMatchObject({ kind: 'changed', before: { kind: 'paragraph' }, line: { kind: 'question' } })
  })

  test('words are counted on both sides, moves for nothing', () => {
    expect(wordsChanged(text(long, other), text(other, long))).toEqual({ removed: 0, added: 0 })
    expect(wordsChanged(text(long), text(long.replace('ramassés le lundi', 'mûrs')))).toEqual({
      removed: 3,
      added: 1,
    })
    expect(wordsChanged(text(long, other), text(long))).toEqual({ removed: 10, added: 0 })
  })
})

test('whatever was done, both texts can be read out of the difference', () => {
  const random = dice(11)
  for (let round = 0; round < 150; round += 1) {
    const before = text(...lines(random))
    const after = text(
      ...(random() < 0.5
        ? edited(
            random,
            textLines(before).map((line) => line.text),
          )
        : lines(random)),
    )
    const found = textDifference(before, after)
    const at = (side: 'was' | 'is') =>
      found.filter((one) => one[side] !== null).sort((one, two) => Number(one[side]) - Number(two[side]))
    expect(at('is').map(({ line }) => line)).toEqual(textLines(after))
    expect(at('was').map((one) => (one.kind === 'changed' ? one.before : one.line))).toEqual(
      textLines(before),
    )
    for (const one of found) {
      if (one.kind !== 'changed') continue
      const words = (without: string) =>
        one.parts
          .filter(({ kind }) => kind !== without)
          .map((part) => part.text)
          .join('')
      expect(words('added')).toBe(one.before.text)
      expect(words('removed')).toBe(one.line.text)
    }
  }
})

test('twenty thousand words in one line, or in as many lines, are compared at once', () => {
  const words = Array.from({ length: 20_000 }, (_, at) => `mot${(at * 7919) % 5000}`)
  const changed = words.map((word, at) => (at % 50 === 0 ? `autre${at}` : word))
  const one = textDifference(text(words.join(' ')), text(changed.join(' ')))
  expect(one.map(({ kind }) => kind)).toEqual(['changed'])
  const many = textDifference(text(...words), text(...changed.toReversed()))
  expect(many.filter(({ is }) => is !== null)).toHaveLength(20_000)
})

const vocabulary = 'le la un citron camion pluie Zohra rit ouvre porte rouge lundi toit et , . l’ « »'.split(
  ' ',
)

function lines(random: () => number): string[] {
  return Array.from({ length: Math.floor(random() * 8) }, () => sentence(random))
}

function sentence(random: () => number): string {
  const length = 1 + Math.floor(random() * 12)
  return Array.from({ length }, () => vocabulary[Math.floor(random() * vocabulary.length)] ?? 'le').join(' ')
}

function edited(random: () => number, before: readonly string[]): string[] {
  return before.flatMap((line) => {
    const choice = random()
    if (choice < 0.2) return []
    if (choice < 0.4) return [line, sentence(random)]
    if (choice < 0.7)
      return [
        line
          .split(' ')
          .filter(() => random() < 0.8)
          .join(' ') || 'le',
      ]
    return [line]
  })
}

/** Numbers from 0 to 1 that are the same at each run. */
function dice(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state / 2_147_483_648
  }
}
