import type { StoryState } from '#lib/db/schema.ts'

/** A story's state in a word. */
export const stateWords: Record<StoryState, string> = {
  idea: 'Idée',
  draft: 'Brouillon',
  toReview: 'À relire',
  ready: 'Prêt',
  recorded: 'Enregistré',
  aired: 'Passé à l’antenne',
}

/** The button that takes a story there, in the person's voice. */
export const stepWords: Record<StoryState, string> = {
  idea: 'Ce n’est encore qu’une idée',
  draft: 'Je reprends le texte',
  toReview: 'J’ai fini',
  ready: 'C’est prêt',
  recorded: 'C’est enregistré',
  aired: 'C’est passé à l’antenne',
}
