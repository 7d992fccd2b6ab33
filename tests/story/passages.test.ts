import { describe, expect, test } from 'vitest'
import type { SpokenBlock, StoryContent } from '#lib/story/document.ts'
import { findPassage, passageKey, passagesOf } from '#lib/story/passages.ts'
import { promptParts } from '#lib/story/prompt.ts'

const said = (type: SpokenBlock['type'], text: string, by: string | null = null): SpokenBlock => ({
  type,
  attrs: { by },
  content: [{ type: 'text', text }],
})
const item = (text: string) => ({ type: 'listItem' as const, content: [said('paragraph', text)] })
const passages = (...content: StoryContent['content']) =>
  passagesOf(promptParts({ type: 'doc', content }, () => 120))

describe('a text as it is recorded piece by piece', () => {
  test('each block that is said is a passage, numbered among those of its kind', () => {
    const interview = passages(
      said('leadIn', 'Fatiha a poussé la porte de la conserverie.', 'Karim'),
      said('question', 'D’où viennent les citrons ?'),
      said('question', 'Qui les prépare ?'),
      said('leadOut', 'Merci Fatiha.'),
    )
    expect(interview.map(({ kind, number, by }) => [kind, number, by])).toEqual([
      ['leadIn', null, 'Karim'],
      ['question', 1, ''],
      ['question', 2, ''],
      ['leadOut', null, ''],
    ])
  })

  test('headings, notes off air and sounds that play by themselves are not said', () => {
    const only = passages(
      { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'Titre' }] },
      said('paragraph', 'Bonjour à tous.'),
      { type: 'soundCue', attrs: { clipId: null, label: 'Les citrons' } },
      { type: 'offAir', content: [{ type: 'text', text: 'Baisser la musique' }] },
    )
    expect(only.map(({ text }) => text)).toEqual(['Bonjour à tous.'])
  })

  test('the items of one list are one passage; another paragraph begins another', () => {
    const listings = passages(
      said('paragraph', 'Cette semaine :'),
      { type: 'bulletList', content: [item('Lundi, couture.'), item('Mardi, vélo.')] },
      said('paragraph', 'À bientôt.'),
    )
    expect(listings.map(({ text }) => text)).toEqual([
      'Cette semaine :',
      'Lundi, couture.\nMardi, vélo.',
      'À bientôt.',
    ])
    expect(listings.map(({ words }) => words)).toEqual([2, 4, 2])
    expect(listings[1]?.readMs).toBe(2000)
  })

  test('an empty text has none', () => expect(passages()).toEqual([]))
})

describe('the name of a passage', () => {
  test.each([
    ['Bonjour  à\ntous. ', 'Bonjour à tous.'],
    ['', ''],
    ['x'.repeat(500), 'x'.repeat(300)],
    ['🍋'.repeat(400), '🍋'.repeat(300)],
  ])('%.20j', (text, key) => expect(passageKey(text)).toBe(key))
})

describe('which passage a take says after the text was changed', () => {
  const keys = ['Bonjour à tous.', 'D’où viennent vos citrons, Fatiha ?', 'Merci, et à la semaine prochaine.']
  test.each([
    ['the same words', 'Bonjour à tous.', 0],
    ['a word changed', 'D’où viennent ces citrons, Fatiha ?', 1],
    ['other words altogether', 'Le marché du samedi', -1],
    ['no passage at all', '', -1],
  ])('%s', (_, key, at) => expect(findPassage(keys, key)).toBe(at))

  test('in a text without passages, none', () => expect(findPassage([], 'Bonjour')).toBe(-1))
})
