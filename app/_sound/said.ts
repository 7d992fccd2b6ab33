import type { TakeDesk } from '#lib/sound/takes.server.ts'
import type { PromptPart } from '#lib/story/prompt.ts'
import { passageName, thisPassage } from './take-words.ts'

/** What is about to be said. */
export type Said = {
  /** « Question 2 ». */
  title: string
  /** « 3 sur 5 », where it is one of several. */
  where: string | null
  parts: readonly PromptPart[]
  /** As `Take.passage`. */
  passage: string
  /** As `Take.isChosen`. */
  isChosen: boolean
  /** « Refaire cette question ». */
  again: string
}

/** What one records: a passage by its place, the whole text, or something without a text. */
export type Target = number | 'whole' | 'free'

/** What a target is for the studio. */
export function saidOf({ passages, parts }: Pick<TakeDesk, 'passages' | 'parts'>, target: Target): Said {
  if (target === 'free')
    return {
      title: 'Sans texte',
      where: null,
      parts: [],
      passage: '',
      isChosen: false,
      again: 'Refaire la prise',
    }
  const passage = target === 'whole' ? undefined : passages[target]
  if (!passage || target === 'whole')
    return {
      title: 'Tout le texte',
      where: null,
      parts,
      passage: '',
      isChosen: true,
      again: 'Refaire la prise',
    }
  const { kind, key, by, text, words, readMs } = passage
  return {
    title: passageName(passage),
    where: passages.length > 1 ? `${target + 1} sur ${passages.length}` : null,
    parts: [{ kind, by, text, words, readMs }],
    passage: key,
    isChosen: true,
    again: `Refaire ${thisPassage(kind)}`,
  }
}
