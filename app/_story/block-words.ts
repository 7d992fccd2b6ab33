/** What each sort of block is called on screen. */
export const blockWords = {
  paragraph: 'Texte',
  leadIn: 'Lancement',
  question: 'Question',
  leadOut: 'Pied',
  heading2: 'Titre',
  heading3: 'Petit titre',
  offAir: 'Note hors antenne',
  soundCue: 'Son',
  blockquote: 'Citation',
} as const

/** What each is for, in a line. */
export const blockHelp: Record<Exclude<keyof typeof blockWords, 'soundCue'>, string> = {
  paragraph: 'Ce que l’on dit, ou la réponse à une question.',
  leadIn: 'La phrase qui annonce le sujet ou le son.',
  question: 'Ce que l’on demande à la personne.',
  leadOut: 'La phrase qui termine : qui a parlé, ce qui vient.',
  heading2: 'Un repère pour les yeux. Il n’est pas lu.',
  heading3: 'Un repère plus petit. Il n’est pas lu.',
  blockquote: 'Les mots de quelqu’un d’autre, tels quels.',
  offAir: 'Pour vous ou pour l’équipe. Jamais lue à l’antenne.',
}
