import { ofName } from '#app/_ui/name-words.ts'
import type { ConsentProof, VoiceUse } from '#lib/db/schema.ts'
import type { Gap, Giver } from '#lib/rights/consent.ts'

type UseWords = { name: string; question: string; hint: string; may: string }

/** What a voice may be used for, in plain words. `may` goes on after "ma voix". */
export const wordsOfUse: Record<VoiceUse, UseWords> = {
  antenne: {
    name: 'Radio',
    question: 'Pour la radio ?',
    hint: 'On l’entend une fois, à l’heure de l’émission.',
    may: 'passe à la radio',
  },
  podcast: {
    name: 'Internet',
    question: 'Pour internet ?',
    hint: 'On peut la réécouter dans le podcast et sur le site, partout et longtemps.',
    may: 'aille sur internet',
  },
  extract: {
    name: 'Extrait',
    question: 'Pour un extrait ?',
    hint: 'Quelques secondes, pour faire connaître l’émission.',
    may: 'serve dans un extrait',
  },
  archive: {
    name: 'Archives',
    question: 'Pour les archives ?',
    hint: 'L’enregistrement est gardé par les maisons de quartier.',
    may: 'soit gardée dans les archives',
  },
}

/** How an answer was given, after "Oui" or "Non". */
export const proofWords: Record<ConsentProof, string> = {
  tap: 'répondu sur l’écran',
  signature: 'signé',
  photo: 'signé sur papier',
  spoken: 'dit à voix haute',
  paper: 'signé sur papier',
  withdrawal: 'voix retirée',
  undone: 'voix remise',
}

const day = new Intl.DateTimeFormat('fr-FR', { day: 'numeric', month: 'long', timeZone: 'Europe/Paris' })

/** "26 novembre". */
export const dayOf = (at: Date) => day.format(at).replace(/^1 /, '1er ')

/** Of whom an answer is, as a button says it. */
export function giverWords(by: Giver, name: string): string {
  return by === 'parent' ? `un parent ${ofName(name)}` : name
}

/** What is still missing of one person, as questions to put to them. */
export function gapWords(gaps: readonly Gap[]): string {
  const who = gaps.every(({ by }) => by === 'parent')
    ? 'Un de ses parents a-t-il dit oui'
    : 'A-t-elle dit oui'
  const uses = [...new Set(gaps.map(({ use }) => use))]
  const [first, ...others] = uses.map((use) => (use === 'antenne' ? 'pour la radio' : 'pour internet'))
  return [`${who} ${first} ?`, ...others.map((other) => `Et ${other} ?`)].join(' ')
}

export type Answers = Partial<Record<VoiceUse, boolean>>

/** What a person says aloud, with what they have just chosen. */
export function spokenSentence(answers: Answers, name: string, by: Giver): string {
  const voice = by === 'parent' ? `la voix ${ofName(name)}` : 'ma voix'
  const uses = (isYes: boolean) =>
    (Object.keys(wordsOfUse) as VoiceUse[]).flatMap((use) =>
      answers[use] === isYes ? wordsOfUse[use].may : [],
    )
  const yes = uses(true)
  const no = uses(false)
  return [
    by === 'parent' ? `Je suis un parent ${ofName(name)}.` : `Je m’appelle ${name}.`,
    yes.length > 0 && `Je suis d’accord pour que ${voice} ${listed(yes)}.`,
    no.length > 0 && `Je ne suis pas d’accord pour que ${voice} ${listed(no)}.`,
  ]
    .filter(Boolean)
    .join(' ')
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} et ${words.at(-1)}`
}
