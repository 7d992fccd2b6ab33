import type { Tone } from '#app/_ui/tone.ts'
import type { ClipState, ImagingKind, MusicRights } from '#lib/db/schema.ts'
import type { Level } from '#lib/sound/level.ts'
import type { Needed } from '#lib/sound/music.ts'

/** Where a sound stands, in a word with its tone. */
export const stateWords: Record<ClipState, { tone: Tone; word: string }> = {
  received: { tone: 'info', word: 'Reçu' },
  preparing: { tone: 'info', word: 'On le prépare' },
  ready: { tone: 'ok', word: 'Prêt' },
  refused: { tone: 'warn', word: 'Pas utilisable' },
}

/** How a sound will come over, and what can be done about it. */
export const levelWords: Record<Level, string> = {
  good: 'Bon niveau.',
  low: 'Un peu faible : on le remontera.',
  faint: 'Très faible : on le remontera, et on entendra du souffle.',
  clipped: 'Le son sature par endroits : si c’est possible, refaites la prise de plus loin.',
  unknown: 'Trop court pour mesurer le niveau.',
}

/** The show's own sounds, by what they are for. */
export const imagingWords: Record<ImagingKind, { label: string }> = {
  theme: { label: 'Générique' },
  ident: { label: 'Jingle' },
  sting: { label: 'Virgule' },
  bed: { label: 'Tapis' },
}

/** Whose permission a music needs, and where it may be heard and why. */
export const musicRightsWords: Record<MusicRights, { label: string; hint: string; reach: string }> = {
  commercial: {
    label: 'Du commerce',
    hint: 'À la radio, pas dans le podcast. Le titre sera écrit sur la page.',
    reach:
      'À la radio, pas dans le podcast : la radio a un contrat pour les musiques du commerce, le podcast n’en a pas. Le titre sera écrit sur la page.',
  },
  free: {
    label: 'Licence libre',
    hint: 'À la radio et dans le podcast, avec le nom de l’auteur.',
    reach: 'À la radio et dans le podcast, avec le nom de l’auteur.',
  },
  permission: {
    label: 'Autorisation écrite',
    hint: 'À la radio et dans le podcast. Gardez le papier.',
    reach: 'À la radio et dans le podcast. Gardez le papier.',
  },
  own: {
    label: 'À nous',
    hint: 'Faite par l’émission ou ses membres.',
    reach: 'À la radio et dans le podcast.',
  },
}

/** What a sheet of music lacks. */
export const neededWords: Record<Needed, string> = {
  title: 'le titre',
  performer: 'l’interprète',
  author: 'l’auteur',
  rights: 'les droits',
}
