import type { Db } from '#lib/db/db.server.ts'
import { readShow, type Show } from '#lib/episode/show.server.ts'
import type { Actor } from '#lib/people/can.ts'
import { permit } from '#lib/people/permit.ts'
import { requireStoryRow } from '#lib/story/story-rows.server.ts'
import type { FormSubject } from './form.ts'
import { voicesIn } from './voices.server.ts'

/** What a form of this show says, for one voice; without a voice it is blank. */
export function formSubject(
  show: Pick<Show, 'name' | 'publisher' | 'contact'>,
  story: string,
  voice?: { name: string; isMinor: boolean },
): FormSubject {
  const { name, publisher, contact } = show
  return { show: name, story, publisher, contact, name: voice?.name ?? '', isMinor: voice?.isMinor ?? false }
}

/** The sheets of a story: one for each person who speaks in it, and a blank one where nobody is known yet. */
export async function readForms(db: Db, actor: Actor, storyId: string) {
  const story = await requireStoryRow(db, actor, storyId)
  permit(actor, 'story.edit', story)
  const show = await readShow(db)
  const voices = await voicesIn(db, storyId)
  const subjects = voices.map((voice) => formSubject(show, story.title, voice))
  return { show, story, subjects: subjects.length > 0 ? subjects : [formSubject(show, story.title)] }
}
