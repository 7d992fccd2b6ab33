import { refusalWords } from '#app/_door/words.ts'
import type { Tone } from '#app/_ui/tone.ts'
import type { ImportLine } from '#lib/db/schema.ts'
import type { Import } from '#lib/moving/import.server.ts'
import type { FeedNote } from '#lib/moving/moved.ts'

/** Where an import stands, in two words. */
export function importState({ state, report }: Import): { words: string; tone: Tone } {
  switch (state) {
    case 'asked':
    case 'running':
      return { words: 'En cours', tone: 'neutral' }
    case 'done':
      return { words: 'Terminé', tone: 'ok' }
    case 'failed':
      return { words: 'Interrompu', tone: 'error' }
    case 'stopped':
      return report.length === 0 ? { words: 'Regardé', tone: 'neutral' } : { words: 'Arrêté', tone: 'warn' }
  }
}

/** What became of an episode. */
export const outcomeWords: Record<ImportLine['outcome'], string> = {
  new: 'Repris',
  changed: 'Mis à jour',
  same: 'Déjà là',
  refused: 'Laissé',
}
export const outcomeTones: Record<ImportLine['outcome'], Tone> = {
  new: 'ok',
  changed: 'ok',
  same: 'neutral',
  refused: 'warn',
}

const sentences: Record<string, string> = {
  'no-sound': 'Il n’y a pas de son dans cette annonce.',
  'guid-long': 'Son identifiant est trop long.',
  'same-guid': 'Un autre numéro de ce flux porte le même identifiant.',
  'made-here': 'Ce numéro vient d’ici\u00a0: il n’a pas été touché.',
  'withdrawn-here': 'Ce numéro a été retiré ici\u00a0: il reste retiré.',
  'guid-made': 'Le flux ne lui donnait pas d’identifiant\u00a0: l’adresse de son fichier en tient lieu.',
  'no-date': 'Sa date n’a pas pu être lue\u00a0: il est daté d’aujourd’hui.',
  'date-to-come': 'Sa date était à venir\u00a0: il est daté d’aujourd’hui.',
  picture: 'Son image à lui n’est pas gardée\u00a0: il a la couverture de l’émission.',
  chapters: 'Ses chapitres n’ont pas pu être lus.',
  transcript: 'Son texte n’a pas pu être lu, ou il n’a pas de temps.',
  'made-mp3': 'Son fichier n’était pas un MP3\u00a0: il en est devenu un.',
  'number-taken': 'Son numéro était déjà pris dans cette saison\u00a0: il en a reçu un autre.',
}

/** Why, in a sentence. */
export const whyWords = (why: string): string => sentences[why] ?? refusalWords(why, {})

export const noteWords: Record<FeedNote, string> = {
  broken: 'Ce flux est abîmé et s’arrête en route. Ce qui a pu être lu est compté ci-dessous.',
  'too-deep': 'La fin de ce flux n’a pas pu être lue. Ce qui a pu l’être est compté ci-dessous.',
  'too-many': 'Ce flux a plus de 50\u00a0000 numéros. Les autres ne sont pas lus.',
  'no-feed': 'Ce n’est pas le flux d’un podcast.',
}

/** A number of bytes as people say it. */
export function weight(bytes: number): string {
  const [size, unit] =
    bytes >= 1e9 ? [bytes / 1e9, 'Go'] : bytes >= 1e6 ? [bytes / 1e6, 'Mo'] : [bytes / 1e3, 'ko']
  return `${size.toLocaleString('fr-FR', { maximumFractionDigits: size < 10 ? 1 : 0 })}\u00a0${unit}`
}
