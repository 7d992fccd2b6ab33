import type { MasterKind } from '#lib/db/schema.ts'
import type { Stale } from '#lib/master/stale.ts'

type Words = { title: string; make: string; again: string; making: string; result: string; download: string }

/** The two files that come out of a rundown. */
export const masterWords: Record<MasterKind, Words> = {
  antenne: {
    title: 'Pour l’antenne',
    make: 'Fabriquer pour l’antenne',
    again: 'Refaire pour l’antenne',
    making: 'On fabrique le fichier pour l’antenne',
    result: 'Le résultat pour l’antenne',
    download: 'Télécharger pour l’antenne',
  },
  podcast: {
    title: 'Pour le podcast',
    make: 'Fabriquer le podcast',
    again: 'Refaire le podcast',
    making: 'On fabrique le podcast',
    result: 'Le résultat pour le podcast',
    download: 'Télécharger le podcast',
  },
}

/** Why a finished file is no longer what the rundown says. */
export const staleWords: Record<Stale, string> = {
  rundown: 'Le conducteur a changé depuis la dernière fabrication.',
  sounds: 'Un son a changé depuis la dernière fabrication.',
  consents:
    'Des accords ont changé depuis la dernière fabrication. Fabriquez à nouveau pour en tenir compte.',
  settings: 'Les réglages ont changé depuis la dernière fabrication.',
}

const decimals = new Intl.NumberFormat('fr-FR', { minimumFractionDigits: 1, maximumFractionDigits: 1 })

/** A figure with its unit, one decimal and a true minus sign: « −16,0 LUFS ». */
export function figure(value: number | null, unit: string): string {
  return value === null ? '—' : `${decimals.format(value).replace('-', '−')} ${unit}`
}

/** A name between quotation marks, or what stands for one that is missing. */
export const quoted = (title: string) => (title.trim() ? `« ${title.trim()} »` : 'une ligne sans titre')
