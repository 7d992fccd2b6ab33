import { currentZone } from '#app/_show/current-show.ts'
import { momentOfDay } from '#app/_story/version-words.ts'
import { theDb } from '#lib/db/db.server.ts'
import type { Actor } from '#lib/people/can.ts'
import type { StoryNote } from '#lib/story/note.ts'
import { readNotes } from '#lib/story/note-list.server.ts'

/** A note with its times in words. */
export type ShownNote = Omit<StoryNote, 'answers'> & {
  when: string
  answers: (StoryNote['answers'][number] & { when: string })[]
}

/** Says when something was, as the show's clock has it: « hier soir à 18 h 40 ». */
export async function saysWhen(): Promise<(at: Date) => string> {
  const zone = await currentZone()
  const now = Date.now()
  return (at) => momentOfDay(at.getTime(), now, zone)
}

/** The notes of a story for its page. */
export async function readShownNotes(actor: Actor, storyId: string): Promise<ShownNote[]> {
  const [notes, when] = await Promise.all([readNotes(theDb(), actor, storyId), saysWhen()])
  return notes.map((note) => ({
    ...note,
    when: when(note.at),
    answers: note.answers.map((answer) => ({ ...answer, when: when(answer.at) })),
  }))
}
