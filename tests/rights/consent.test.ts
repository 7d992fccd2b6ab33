import { describe, expect, test } from 'vitest'
import type { ConsentProof, VoiceUse } from '#lib/db/schema.ts'
import {
  type Answer,
  type Consented,
  consentedBy,
  consentOfLine,
  consentState,
  type Giver,
  gapsOf,
  holding,
  isWithdrawn,
  together,
  type Verdict,
  verdictOf,
  verdictOfAll,
  voiceUses,
} from '#lib/rights/consent.ts'

const said = (isYes: boolean, use: VoiceUse, by: Giver = 'self', proof: ConsentProof = 'tap'): Answer => ({
  ...{ use, by, isYes, proof },
})
const yes = (use: VoiceUse, by?: Giver) => said(true, use, by)
const no = (use: VoiceUse, by?: Giver) => said(false, use, by)
const all = (make: (use: VoiceUse) => Answer) => voiceUses.map(make)
const withdrawal = (by: Giver = 'self') => all((use) => said(false, use, by, 'withdrawal'))
const undone = (by: Giver = 'self') => all((use) => said(false, use, by, 'undone'))

const adult = (...answers: Answer[]) => ({ isMinor: false, answers })
const minor = (...answers: Answer[]) => ({ isMinor: true, answers })
const speaks = (name: string, speaker: ReturnType<typeof adult>) => ({ ...speaker, id: name, name })

type Case = [string, ReturnType<typeof adult>, VoiceUse, Verdict]

describe('of an adult', () => {
  const cases: Case[] = [
    ['nothing was asked', adult(), 'antenne', 'missing'],
    ['yes for the radio', adult(yes('antenne')), 'antenne', 'yes'],
    ['yes for the radio is no yes for the podcast', adult(yes('antenne')), 'podcast', 'missing'],
    ['yes for the radio is no yes for an extract', adult(yes('antenne')), 'extract', 'missing'],
    ['yes for the podcast is no yes for the archive', adult(yes('podcast')), 'archive', 'missing'],
    ['no for the podcast', adult(yes('antenne'), no('podcast')), 'podcast', 'no'],
    ['no for the podcast leaves the radio', adult(yes('antenne'), no('podcast')), 'antenne', 'yes'],
    ['a later no holds', adult(yes('podcast'), no('podcast')), 'podcast', 'no'],
    ['a later yes holds', adult(no('podcast'), yes('podcast')), 'podcast', 'yes'],
    ['yes, no, yes', adult(yes('podcast'), no('podcast'), yes('podcast')), 'podcast', 'yes'],
    [
      'a later answer for another use changes nothing',
      adult(yes('podcast'), no('extract')),
      'podcast',
      'yes',
    ],
    ['a parent’s yes does not count', adult(yes('antenne', 'parent')), 'antenne', 'missing'],
    ['a parent’s no does not count either', adult(yes('antenne'), no('antenne', 'parent')), 'antenne', 'yes'],
    ['the voice was taken back', adult(yes('antenne'), ...withdrawal()), 'antenne', 'no'],
    [
      'the voice was taken back, for what was never asked too',
      adult(yes('antenne'), ...withdrawal()),
      'podcast',
      'no',
    ],
    [
      'it came back: what was said holds again',
      adult(yes('antenne'), ...withdrawal(), ...undone()),
      'antenne',
      'yes',
    ],
    [
      'it came back: what was never asked is missing again',
      adult(yes('antenne'), ...withdrawal(), ...undone()),
      'podcast',
      'missing',
    ],
    ['it came back: a no stays a no', adult(no('podcast'), ...withdrawal(), ...undone()), 'podcast', 'no'],
    ['a new yes after a withdrawal', adult(...withdrawal(), yes('antenne')), 'antenne', 'yes'],
    ['a new yes for one use leaves the others', adult(...withdrawal(), yes('antenne')), 'podcast', 'no'],
    ['taken back twice', adult(yes('antenne'), ...withdrawal(), ...withdrawal()), 'antenne', 'no'],
    [
      'taken back, back, taken back again',
      adult(yes('antenne'), ...withdrawal(), ...undone(), ...withdrawal()),
      'antenne',
      'no',
    ],
    ['an undoing without a withdrawal is nothing', adult(yes('antenne'), ...undone()), 'antenne', 'yes'],
    ['an undoing is no answer by itself', adult(...undone()), 'antenne', 'missing'],
  ]
  test.each(cases)('%s', (_, speaker, use, verdict) => {
    expect(verdictOf(speaker, use)).toBe(verdict)
  })
})

describe('of a minor', () => {
  const both = (use: VoiceUse) => [yes(use, 'parent'), yes(use)]
  const cases: Case[] = [
    ['nothing was asked', minor(), 'antenne', 'missing'],
    ['their own yes alone', minor(yes('antenne')), 'antenne', 'missing'],
    ['a parent’s yes alone', minor(yes('antenne', 'parent')), 'antenne', 'missing'],
    ['both', minor(...both('antenne')), 'antenne', 'yes'],
    ['both, in the other order', minor(yes('antenne'), yes('antenne', 'parent')), 'antenne', 'yes'],
    [
      'both for the radio, one for the podcast',
      minor(...both('antenne'), yes('podcast')),
      'podcast',
      'missing',
    ],
    ['the parent says no', minor(yes('antenne'), no('antenne', 'parent')), 'antenne', 'no'],
    ['the parent says no before they were asked', minor(no('antenne', 'parent')), 'antenne', 'no'],
    ['they say no, whatever the parent says', minor(...both('antenne'), no('antenne')), 'antenne', 'no'],
    ['the parent takes it back', minor(...both('antenne'), ...withdrawal('parent')), 'antenne', 'no'],
    ['they take it back', minor(...both('antenne'), ...withdrawal()), 'antenne', 'no'],
    [
      'the parent takes it back, they try to undo it',
      minor(...both('antenne'), ...withdrawal('parent'), ...undone()),
      'antenne',
      'no',
    ],
    [
      'the parent takes it back and comes back on it',
      minor(...both('antenne'), ...withdrawal('parent'), ...undone('parent')),
      'antenne',
      'yes',
    ],
  ]
  test.each(cases)('%s', (_, speaker, use, verdict) => {
    expect(verdictOf(speaker, use)).toBe(verdict)
  })
})

describe('heard together', () => {
  const willing = adult(yes('antenne'), yes('podcast'))
  const radioOnly = adult(yes('antenne'), no('podcast'))
  test.each([
    ['nobody', [], null, null],
    ['one who said yes to all', [willing], { antenne: 'yes', podcast: 'yes' }, 'ok'],
    ['one for the radio only', [radioOnly], { antenne: 'yes', podcast: 'no' }, 'antenneOnly'],
    ['one no is enough', [willing, radioOnly], { antenne: 'yes', podcast: 'no' }, 'antenneOnly'],
    ['one who was not asked', [willing, adult()], { antenne: 'missing', podcast: 'missing' }, 'missing'],
    [
      'a no weighs more than a silence',
      [adult(), adult(no('antenne'))],
      { antenne: 'no', podcast: 'missing' },
      'no',
    ],
    [
      'asked for the radio, not for the podcast',
      [adult(yes('antenne'))],
      { antenne: 'yes', podcast: 'missing' },
      'missing',
    ],
    ['a minor without a parent', [willing, minor(yes('antenne'), yes('podcast'))], bothMissing(), 'missing'],
    [
      'no for the radio, yes for the podcast',
      [adult(no('antenne'), yes('podcast'))],
      { antenne: 'no', podcast: 'yes' },
      'no',
    ],
  ])('%s', (_, speakers, consented, state) => {
    expect(consentedBy(speakers)).toEqual(consented)
    expect(consentState(consentedBy(speakers))).toBe(state)
  })

  test('an extract and the archive are judged each for itself', () => {
    const one = adult(yes('extract'), no('archive'))
    expect(voiceUses.map((use) => verdictOfAll([one, willing], use))).toEqual([
      'missing',
      'missing',
      'missing',
      'no',
    ])
  })

  function bothMissing(): Consented {
    return { antenne: 'missing', podcast: 'missing' }
  }
})

describe('a line of the rundown', () => {
  const ok = { antenne: 'yes', podcast: 'yes' } as const
  const radio = { antenne: 'yes', podcast: 'no' } as const
  test.each([
    ['neither text nor sound', { story: null, clip: null }, null],
    ['nobody known in either', { story: { consent: null }, clip: { consent: null } }, null],
    ['only the sound’s voices are known', { story: { consent: null }, clip: { consent: radio } }, radio],
    ['only the text’s', { story: { consent: radio }, clip: null }, radio],
    ['the stricter holds', { story: { consent: ok }, clip: { consent: radio } }, radio],
  ])('%s', (_, line, consented) => {
    expect(consentOfLine(line)).toEqual(consented)
  })
  test('the order makes no difference', () => {
    const missing = { antenne: 'missing', podcast: 'yes' } as const
    expect(together(radio, missing)).toEqual({ antenne: 'missing', podcast: 'no' })
    expect(together(missing, radio)).toEqual(together(radio, missing))
  })
})

describe('what has still to be asked', () => {
  test('of an adult, themselves, use by use', () => {
    expect(gapsOf([speaks('Samira', adult(yes('antenne')))])).toEqual([
      { voiceId: 'Samira', who: 'Samira', use: 'podcast', by: 'self' },
    ])
  })
  test('of a minor, the parent and themselves', () => {
    expect(gapsOf([speaks('Inès', minor(yes('antenne')))], ['antenne'])).toEqual([
      { voiceId: 'Inès', who: 'Inès', use: 'antenne', by: 'parent' },
    ])
    expect(gapsOf([speaks('Inès', minor())], ['antenne']).map(({ by }) => by)).toEqual(['parent', 'self'])
  })
  test('nothing more once somebody said no, or all said yes', () => {
    const people = [
      speaks('Samira', adult(no('antenne'), yes('podcast'))),
      speaks('Inès', minor(no('antenne', 'parent'), no('podcast'))),
      speaks('Karim', adult(...withdrawal())),
    ]
    expect(gapsOf(people)).toEqual([])
  })
  test('the extract and the archive only where they are asked for', () => {
    const samira = speaks('Samira', adult(yes('antenne'), yes('podcast')))
    expect(gapsOf([samira])).toEqual([])
    expect(gapsOf([samira], voiceUses).map(({ use }) => use)).toEqual(['extract', 'archive'])
  })
})

describe('a voice taken back', () => {
  test.each([
    ['by the person', adult(yes('antenne'), ...withdrawal()), true],
    ['by a parent', minor(...withdrawal('parent')), true],
    ['by the parent of an adult: it is not theirs to take', adult(...withdrawal('parent')), false],
    ['and returned', adult(yes('antenne'), ...withdrawal(), ...undone()), false],
    ['and opened again for the radio', adult(...withdrawal(), yes('antenne')), false],
    ['is more than four times no', adult(...all((use) => no(use))), false],
  ])('%s', (_, speaker, is) => {
    expect(isWithdrawn(speaker)).toBe(is)
  })
  test('the answer that holds is the one that was given, not the undoing of a later one', () => {
    const signed = said(true, 'podcast', 'self', 'signature')
    expect(holding([signed, ...withdrawal(), ...undone()], 'podcast', 'self')).toBe(signed)
  })
})
