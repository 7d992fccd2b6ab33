import type { VoiceUse } from '#lib/db/schema.ts'
import { voiceUses } from './consent.ts'

/** What a form is made from: whose voice, in what, and who keeps the sheet. Empty texts become lines to write on. */
export type FormSubject = {
  show: string
  story: string
  /** '' for a blank form. */
  name: string
  isMinor: boolean
  /** Who answers for what is published; '' while nobody has said. */
  publisher: string
  contact: string
}

/** A piece of a form: `line` is written on with a pen, `choice` is a question with a yes and a no to tick. */
export type FormPiece =
  | { kind: 'title' | 'heading' | 'text'; text: string }
  | { kind: 'line'; label: string; filled: string }
  | { kind: 'choice'; text: string }

const questions: Record<VoiceUse, string> = {
  antenne: 'Ma voix peut passer à la radio.',
  podcast: 'Ma voix peut aller sur internet, dans le podcast et sur le site.',
  extract: 'Un court extrait peut servir à faire connaître l’émission.',
  archive: 'L’enregistrement peut être gardé dans les archives de l’émission.',
}
const ofChild: Record<VoiceUse, string> = {
  antenne: 'La voix de mon enfant peut passer à la radio.',
  podcast: 'Sa voix peut aller sur internet, dans le podcast et sur le site.',
  extract: 'Un court extrait peut servir à faire connaître l’émission.',
  archive: 'L’enregistrement peut être gardé dans les archives de l’émission.',
}

const text = (words: string): FormPiece => ({ kind: 'text', text: words })
const line = (label: string, filled = ''): FormPiece => ({ kind: 'line', label, filled })
const choices = (words: Record<VoiceUse, string>): FormPiece[] =>
  voiceUses.map((use) => ({ kind: 'choice', text: words[use] }))

/** One person's sheet, in plain French. A minor's has a parent's part first, then their own. */
export function consentForm(subject: FormSubject): FormPiece[] {
  return [
    { kind: 'title', text: 'Mon accord pour ma voix' },
    text(`Émission : ${subject.show}`),
    text(`Sujet : ${subject.story}`),
    ...(subject.isMinor ? minorParts(subject) : adultParts(subject)),
    { kind: 'heading', text: 'Je peux changer d’avis' },
    text(changingWords(subject)),
    ...(subject.publisher ? [text(`Cette feuille est gardée par : ${subject.publisher}.`)] : []),
  ]
}

function adultParts({ name }: FormSubject): FormPiece[] {
  return [
    line('Je m’appelle', name),
    line('À l’antenne, je veux être nommé ou nommée'),
    text('J’ai parlé au micro. Je coche oui ou non à chaque question.'),
    ...choices(questions),
    line('Date'),
    line('Signature'),
  ]
}

function minorParts({ name }: FormSubject): FormPiece[] {
  return [
    { kind: 'heading', text: 'Un parent' },
    line('Je m’appelle'),
    line('Mon enfant s’appelle', name),
    text('Mon enfant a parlé au micro. Je coche oui ou non à chaque question.'),
    ...choices(ofChild),
    line('Date et signature du parent'),
    { kind: 'heading', text: 'L’enfant, le jeune ou la jeune' },
    text('Je suis d’accord avec ce que mon parent a coché.'),
    line('À l’antenne, je veux être nommé ou nommée'),
    line('Date et signature'),
  ]
}

function changingWords({ contact }: FormSubject): string {
  const how = contact
    ? `Je le dis à la maison de quartier (${contact}).`
    : 'Je le dis à la maison de quartier.'
  return `Quand je veux, sans donner de raison. ${how} Ma voix est alors enlevée de ce que l’émission diffuse et publie. Les copies que d’autres ont déjà téléchargées restent chez eux.`
}
