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
