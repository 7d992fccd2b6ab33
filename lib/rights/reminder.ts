import { type Answer, type Gap, gapsOf, type Speaker } from './consent.ts'

type Known = Speaker & { id: string; name: string; answers: readonly Answer[] }
export type Asked = {
  voices: readonly Known[]
  /** How many sounds the story has. */
  sounds: number
  /** Names that the text gives to those who speak. */
  speakers: readonly string[]
}

/**
 * What is better asked before a story is handed in: `nobody` when somebody is heard and no voice is known, `gaps` when
 * answers are missing; null when there is nothing to say. A reminder, never a lock.
 */
export type Reminder =
  | { kind: 'nobody'; speakers: readonly string[] }
  | { kind: 'gaps'; people: readonly { voiceId: string; who: string; gaps: readonly Gap[] }[] }

/** What to remind of. The extract and the archive can be asked any day: only air and podcast are called missing. */
export function reminderFor({ voices, sounds, speakers }: Asked): Reminder | null {
  const named = [...new Set(speakers.map((name) => name.trim()).filter((name) => name !== ''))]
  if (voices.length === 0) return sounds + named.length > 0 ? { kind: 'nobody', speakers: named } : null
  const people = [...Map.groupBy(gapsOf(voices), ({ voiceId }) => voiceId)].map(([voiceId, gaps]) => ({
    voiceId,
    who: gaps[0]?.who ?? '',
    gaps,
  }))
  return people.length > 0 ? { kind: 'gaps', people } : null
}
