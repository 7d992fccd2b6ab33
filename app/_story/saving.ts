/** What a page knows of where its words are. */
export type SavingFacts = {
  /** The first seconds, while the two copies are being compared. */
  opening: boolean
  /** The socket is open and the whole text was compared since. */
  connected: boolean
  /** Changes that the server has not said to be on its disk. */
  unsent: number
  /** This device has opened its own store, and writes each change in it. */
  device: boolean
  /** Its disk has no room left: the last changes are not in its store. */
  full?: boolean
  /** Why the server does not take what is written here; null when it does. */
  refusal: string | null
}

export type Saving = 'opening' | 'kept' | 'here' | 'nowhere' | 'offline' | 'offline-nowhere' | 'refused'

/** Where the words are. `kept` only once the server has stored the last of them. */
export function savingOf({ opening, connected, unsent, device, refusal }: SavingFacts): Saving {
  if (refusal !== null) return 'refused'
  if (connected) {
    if (unsent === 0) return 'kept'
    return device ? 'here' : 'nowhere'
  }
  if (opening) return 'opening'
  return device ? 'offline' : 'offline-nowhere'
}

/** The sentence for it; `place` is "ce téléphone" or "cet ordinateur". */
export function savingWords(
  saving: Saving,
  place: string,
  { refusal, full = false }: Pick<SavingFacts, 'refusal' | 'full'>,
): string {
  if (full && saving === 'nowhere') return `Pas encore gardé : ${place} n’a plus de place. ${stay}`
  if (full && saving === 'offline-nowhere')
    return `Pas de réseau, et ${place} n’a plus de place : les derniers mots ne sont pas gardés. ${stay}`
  switch (saving) {
    case 'opening':
      return 'On ouvre le texte…'
    case 'kept':
      return 'C’est gardé. Vous pouvez fermer.'
    case 'here':
      return `Gardé sur ${place}. Pas encore envoyé.`
    case 'nowhere':
      return `Pas encore gardé. ${stay}`
    case 'offline':
      return `Pas de réseau. Tout est gardé sur ${place}. On envoie dès que ça revient.`
    case 'offline-nowhere':
      return `Pas de réseau, et ${place} ne garde pas le texte. ${stay}`
    case 'refused':
      return `${refusalSentences[refusal ?? ''] ?? 'La radio n’a pas pu prendre la suite.'} ${full ? stay : `Ce que vous avez écrit reste sur ${place}.`}`
  }
}

const stay = 'Laissez cette page ouverte.'

/** Why the radio does not take what is written. */
export const refusalSentences: Record<string, string> = {
  'story.closed': 'Ce sujet ne se modifie plus : il est passé à l’antenne ou dans la corbeille.',
  'story.too-long': 'Ce texte est devenu trop lourd pour la radio.',
  'signed-out': 'Vous n’êtes plus connecté. Reprenez votre carte pour entrer.',
  'not-found': 'Ce sujet n’est plus ouvert pour vous.',
}
