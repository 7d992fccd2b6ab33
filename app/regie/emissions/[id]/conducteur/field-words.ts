import type { Fields } from '#lib/rundown/patch.ts'
import { formatDuration } from '#lib/time/duration.ts'
import { goesToWords, joinWords, kindWords } from './kind-words.tsx'

/** What each field of a line is called on the screen, with its article where a sentence needs it. */
export const fieldNames: Record<keyof Fields, { label: string; phrase: string }> = {
  kind: { label: 'C’est quoi', phrase: 'le genre' },
  title: { label: 'Titre', phrase: 'le titre' },
  who: { label: 'Qui', phrase: 'la personne' },
  notes: { label: 'Notes', phrase: 'les notes' },
  plannedMs: { label: 'Durée', phrase: 'la durée' },
  storyId: { label: 'Texte', phrase: 'le texte' },
  clipId: { label: 'Son', phrase: 'le son' },
  goesTo: { label: 'Où elle passe', phrase: 'la diffusion' },
  bedId: { label: 'Tapis', phrase: 'le tapis' },
  joinMs: { label: 'Enchaînement', phrase: 'l’enchaînement' },
  fixedStart: { label: 'Heure fixe', phrase: 'l’heure fixe' },
  fixedEnd: { label: 'Fin verrouillée', phrase: 'la fin verrouillée' },
  hitTime: { label: 'Heure de passage', phrase: 'l’heure de passage' },
  isSkipped: { label: 'Mis de côté', phrase: 'la mise de côté' },
  countToEnd: { label: 'Finit à l’heure', phrase: 'la fin à l’heure' },
  extra: { label: 'Autres colonnes', phrase: 'les autres colonnes' },
}

export const isField = (name: string): name is keyof Fields => name in fieldNames

/** The value of a field in words; `nameOf` knows stories and sounds by their ids. */
export function fieldWords(
  fields: Partial<Fields>,
  name: keyof Fields,
  nameOf: (id: string) => string,
): string {
  const text = sayings[name]?.(fields, nameOf) ?? String(fields[name] ?? '')
  return text || 'Rien'
}

type Saying = (fields: Partial<Fields>, nameOf: (id: string) => string) => string | undefined
const joined =
  (id: string | null | undefined) =>
  (nameOf: (id: string) => string): string =>
    id ? nameOf(id) : 'Aucun'

const sayings: Partial<Record<keyof Fields, Saying>> = {
  kind: ({ kind }) => kind && kindWords[kind].label,
  plannedMs: ({ plannedMs }) => formatDuration(plannedMs ?? 0),
  storyId: ({ storyId }, nameOf) => joined(storyId)(nameOf),
  clipId: ({ clipId }, nameOf) => joined(clipId)(nameOf),
  bedId: ({ bedId }, nameOf) => joined(bedId)(nameOf),
  goesTo: ({ goesTo }) => goesTo && goesToWords[goesTo],
  joinMs: ({ joinMs }) => joinWords(joinMs ?? 0),
  isSkipped: ({ isSkipped }) => (isSkipped ? 'Oui' : 'Non'),
  countToEnd: ({ countToEnd }) => (countToEnd ? 'Oui' : 'Non'),
  extra: ({ extra }) =>
    Object.entries(extra ?? {})
      .map(([name, text]) => `${name} : ${text}`)
      .join(', '),
}
