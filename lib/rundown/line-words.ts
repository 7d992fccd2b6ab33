import type { GoesTo, ItemKind, MusicRights } from '#lib/db/schema.ts'

/** What a line is, in the words of a sheet that leaves the house. */
export const kindNames: Record<ItemKind, string> = {
  theme: 'Générique',
  ident: 'Jingle',
  sting: 'Virgule',
  voice: 'Voix',
  clip: 'Son',
  studioTalk: 'Plateau',
  music: 'Musique',
  insert: 'Bobino',
  other: 'Autre',
}

/** Where a line is heard. */
export const goesToNames: Record<GoesTo, string> = {
  both: 'Antenne et podcast',
  antenne: 'Antenne seulement',
  podcast: 'Podcast seulement',
}

/** By what right a piece of music is played, as a return names it. */
export const rightsNames: Record<MusicRights, string> = {
  commercial: 'Du commerce',
  free: 'Libre',
  permission: 'Avec autorisation',
  own: 'À l’émission',
}
