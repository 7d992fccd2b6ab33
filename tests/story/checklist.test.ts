import { describe, expect, test } from 'vitest'
import { unexplainedAcronyms } from '#lib/story/acronyms-explained.ts'
import { type Check, type CheckName, lookOver } from '#lib/story/checklist.ts'
import { contentFromBlocks } from '#lib/story/draft.ts'
import { namesIn, placesIn, timesIn } from '#lib/story/mentions.ts'

describe('acronyms that a text does not explain', () => {
  test.each<[string, string, string[]]>([
    ['one', 'La CAF aide les familles.', ['CAF']],
    ['one with points', 'La C.A.F. aide.', ['CAF']],
    ['brackets after it', 'La CAF (Caisse d’allocations familiales) aide.', []],
    ['brackets around it', 'La Caisse d’allocations familiales (CAF) aide. La CAF paie.', []],
    ['said in words', 'Une AMAP, c’est-à-dire un panier de légumes.', []],
    ['a number in Roman figures', 'Au XXI siècle, Louis XIV.', []],
    ['what everybody knows', 'Je prends le TGV de la SNCF.', []],
    ['a shout', 'VENEZ TOUS ENSEMBLE samedi.', []],
    ['a word with one capital', 'Romans est loin.', []],
    ['twice the same', 'Le CCAS et le CCAS.', ['CCAS']],
  ])('%s', (_what, text, found) => expect(unexplainedAcronyms([text])).toEqual(found))
})

describe('who, where, when', () => {
  test.each<[string, string, string[]]>([
    ['a first name inside a sentence', 'Ce matin Zohra coupe les citrons.', ['Zohra']],
    ['a known name at the beginning', 'Denise coupe.', ['Denise']],
    ['an unknown word at the beginning', 'Demain on coupe.', []],
    ['a town is nobody', 'On vit à Romans.', []],
    ['a name and a surname', 'C’est Zohra Benali qui parle.', ['Zohra Benali']],
    ['an association is nobody', 'On aime la Conserverie mobile.', []],
    ['of somebody', 'C’est la sœur d’Aïcha.', ['Aïcha']],
    ['nobody', 'On coupe les citrons.', []],
  ])('who: %s', (_what, text, found) => expect(namesIn([text], ['Denise'])).toEqual(found))

  test.each<[string, string, string[]]>([
    ['a town', 'On vit à Romans.', ['Romans']],
    ['a street', 'Rue Jacquemart, il y a foule.', ['Jacquemart']],
    ['a square with two names', 'Place Jean-Jaurès, à midi.', ['Jean-Jaurès']],
    ['a house of ours', 'Rendez-vous aux ors.', ['aux Ors']],
    ['a plain site', 'On se retrouve au marché.', ['marché']],
    ['nowhere', 'On coupe les citrons.', []],
  ])('where: %s', (_what, text, found) => expect(placesIn([text], ['aux Ors'])).toEqual(found))

  test.each<[string, string, string[]]>([
    ['a day', 'Venez samedi.', ['samedi']],
    ['an hour', 'À 19 h 30 pile.', ['19 h 30']],
    ['a habit', 'Chaque mardi.', ['Chaque mardi']],
    ['a place is no time', 'Dans tous les quartiers.', []],
    ['a year', 'Depuis 1987.', ['1987']],
    ['words', 'La semaine prochaine, on recommence.', ['La semaine prochaine']],
    ['never', 'On coupe les citrons.', []],
    ['not inside a word', 'Une marseillaise.', []],
  ])('when: %s', (_what, text, found) => expect(timesIn([text])).toEqual(found))
})

describe('the list', () => {
  const facts = { people: ['Denise'], places: [], slotMs: 60_000 }
  const seen = (text: string, readingMs = 30_000, more: Partial<typeof facts> = {}) =>
    lookOver(contentFromBlocks([{ type: 'paragraph', text }]), readingMs, { ...facts, ...more })
  const one = (checks: readonly Check[], name: CheckName) => checks.find((check) => check.name === name)

  test('a good text is ticked but for what only a reader knows', () => {
    const list = seen('Samedi, à Romans, on a vu Denise. Elle coupait des citrons.')
    expect(list.filter((check) => check.seen !== 'fine')).toEqual([
      { name: 'names', seen: 'open', spots: ['Denise'] },
    ])
  })

  test('a long sentence is pointed at', () => {
    const long = `On ${'coupe et on presse '.repeat(9)}tout.`
    expect(one(seen(`Oui. ${long}`), 'oneIdea')).toMatchObject({ seen: 'look', spots: [long] })
  })

  test('who speaks is a name', () => {
    const content = contentFromBlocks([{ type: 'question', by: 'Zohra', text: 'On y va ?' }])
    expect(one(lookOver(content, 0, facts), 'who')).toMatchObject({
      seen: 'fine',
      spots: ['Zohra'],
    })
  })

  test.each([
    ['shorter than its slot', 50_000, 60_000, 'fine'],
    ['longer than its slot', 70_000, 60_000, 'look'],
  ])('%s', (_what, readingMs, slotMs, how) =>
    expect(one(seen('Oui.', readingMs, { slotMs }), 'length')?.seen).toBe(how))

  test('an empty text asks for everything that tells', () => {
    const list = seen('')
    for (const name of ['who', 'where', 'when'] as const) expect(one(list, name)?.seen).toBe('look')
    expect(one(list, 'names')?.seen).toBe('fine')
  })

  test('notes off air are not looked at', () => {
    const content = contentFromBlocks([{ type: 'offAir', text: 'Appeler la CAF' }])
    expect(one(lookOver(content, 0, facts), 'acronyms')).toMatchObject({
      seen: 'fine',
    })
  })
})
