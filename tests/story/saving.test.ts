import { describe, expect, test } from 'vitest'
import { troubleWith } from '#app/_story/guard-paste.ts'
import { type Saving, type SavingFacts, savingOf, savingWords } from '#app/_story/saving.ts'

const calm: SavingFacts = { opening: false, connected: true, unsent: 0, device: true, refusal: null }

describe('where the words are', () => {
  test.each<[string, Partial<SavingFacts>, Saving]>([
    ['the server has stored all of it', {}, 'kept'],
    ['the server has, and the device cannot', { device: false }, 'kept'],
    ['one change is on its way', { unsent: 1 }, 'here'],
    ['one is on its way and the device keeps nothing', { unsent: 1, device: false }, 'nowhere'],
    ['the network is away', { connected: false, unsent: 3 }, 'offline'],
    ['it is away and nothing was typed since', { connected: false }, 'offline'],
    ['it is away and the device keeps nothing', { connected: false, device: false }, 'offline-nowhere'],
    ['the page has just opened', { opening: true, connected: false }, 'opening'],
    ['the story was closed', { refusal: 'story.closed', unsent: 2 }, 'refused'],
    [
      'the story was closed while the network is away',
      { refusal: 'story.closed', connected: false },
      'refused',
    ],
  ])('%s', (_when, facts, saving) => expect(savingOf({ ...calm, ...facts })).toBe(saving))

  test('only what is stored is called kept', () => {
    const said = (saving: Saving) => savingWords(saving, 'ce téléphone', { refusal: 'story.closed' })
    expect(said('kept')).toBe('C’est gardé. Vous pouvez fermer.')
    for (const saving of ['here', 'nowhere', 'offline', 'offline-nowhere', 'refused'] as const)
      expect(said(saving)).not.toContain('C’est gardé')
    expect(said('here')).toContain('Gardé sur ce téléphone')
    expect(said('offline-nowhere')).toContain('Laissez cette page ouverte')
  })

  test('a phone without room never says that it keeps the words', () => {
    const full = { ...calm, full: true, device: false, unsent: 2 }
    for (const facts of [full, { ...full, connected: false }, { ...full, refusal: 'story.closed' }]) {
      const words = savingWords(savingOf(facts), 'ce téléphone', facts)
      expect(words).not.toMatch(/[Gg]ardé sur ce téléphone|reste sur ce téléphone/)
      expect(words).toContain('Laissez cette page ouverte')
    }
  })
})

describe('what is pasted', () => {
  test.each([
    ['a page', { text: 3000, html: 60_000, files: 0, size: 500 }, false],
    ['thirty megabytes', { text: 30_000_000, html: 0, files: 0, size: 500 }, true],
    ['a page more in a text that is full', { text: 3000, html: 0, files: 0, size: 199_000 }, true],
    ['a word processor’s heap of markup', { text: 3000, html: 5_000_000, files: 0, size: 0 }, true],
    ['a picture', { text: 0, html: 0, files: 1, size: 0 }, true],
    ['words that come with a picture of them', { text: 40, html: 90, files: 1, size: 0 }, false],
  ])('%s', (_what, brought, refused) => {
    const trouble = troubleWith(brought)
    expect(trouble !== null).toBe(refused)
    if (trouble) expect(trouble).toContain('Votre texte est toujours là')
  })
})
