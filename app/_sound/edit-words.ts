import { exactDurationWords } from '#app/_ui/duration-words.ts'
import type { CleanUp } from '#lib/db/schema.ts'
import type { Proposal } from '#lib/sound/clean-up.ts'

/** Each clean-up, by what one hears. */
export const cleanUpWords: Record<CleanUp, { label: string; hint: string }> = {
  rumble: { label: 'Enlever les grondements', hint: 'Vent, pas, camions : tout ce qui est sous la voix.' },
  hum: {
    label: 'Enlever le ronflement du secteur',
    hint: 'Le « hmmm » d’une prise, d’un frigo ou d’un néon.',
  },
  hiss: {
    label: 'Baisser le souffle',
    hint: 'Le « chhh » derrière la voix. On en laisse un peu : la voix reste naturelle.',
  },
  ride: {
    label: 'Rapprocher les voix',
    hint: 'La voix forte est baissée, pour qu’on entende aussi bien celle qui parle bas.',
  },
  ess: { label: 'Adoucir les « s »', hint: 'Quand les « s » et les « ch » sifflent.' },
}

/** Why a clean-up is proposed. */
export function proposalWords(proposal: Proposal): string {
  switch (proposal.what) {
    case 'trim':
      return `Il y a ${exactDurationWords(Math.max(1000, proposal.silentMs))} de silence à un bout.`
    case 'rumble':
      return proposal.because === 'offset'
        ? 'Le son est décalé vers le haut ou le bas, comme avec un câble abîmé : cela le remet droit.'
        : 'Entre les mots, on entend surtout un grondement.'
    case 'hum':
      return 'Entre les mots, on entend surtout le ronflement du secteur.'
    case 'hiss':
      return `Entre les mots, le bruit n’est que ${Math.round(proposal.underVoiceLu)} décibels sous la voix.`
    case 'ride':
      return `Il y a ${Math.round(proposal.rangeLu)} décibels entre les moments forts et les moments faibles.`
  }
}

/** A gain as one says it: « 2,5 dB plus fort ». */
export function gainWords(gainDb: number): string {
  if (gainDb === 0) return 'au niveau des autres sons'
  const size = Math.abs(gainDb).toLocaleString('fr-FR')
  return `${size} dB plus ${gainDb > 0 ? 'fort' : 'doux'} que les autres sons`
}
