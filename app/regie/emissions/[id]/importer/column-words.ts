import type { Column } from '#lib/rundown/import-columns.ts'
import type { Trouble } from '#lib/rundown/import-lines.ts'

/** What a column of the file may become, in the order of the choice. */
export const columnWords: Record<Column, string> = {
  title: 'Titre',
  kind: 'Genre (voix, son, musique…)',
  who: 'Qui',
  duration: 'Durée',
  notes: 'Notes',
  goesTo: 'Où (antenne, podcast)',
  fixedStart: 'Début imposé',
  fixedEnd: 'Fin imposée',
  hitTime: 'Heure repère',
  skipped: 'Sautée',
  own: 'Garder comme colonne de l’émission',
  none: 'Ne pas reprendre',
}

/** What becomes of a cell that was not understood. */
const instead: Partial<Record<Column, string>> = {
  kind: 'ce sera « Autre »',
  duration: 'la ligne sera sans durée',
  goesTo: 'ce sera « Antenne et podcast »',
  fixedStart: 'la ligne sera sans début imposé',
  fixedEnd: 'la ligne sera sans fin imposée',
  hitTime: 'la ligne sera sans heure repère',
  skipped: 'la ligne ne sera pas sautée',
}

/** A trouble in a sentence: what was not understood, and what it will be. */
export function troubleWords({ column, text, why }: Trouble): string {
  if (why === 'too-long') return `Trop long, la fin sera coupée : « ${text} »`
  return `On ne comprend pas « ${text} » : ${instead[column] ?? 'ce ne sera pas repris'}.`
}
