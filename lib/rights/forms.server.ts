import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Db } from '#lib/db/db.server.ts'
import { readShow, type Show } from '#lib/episode/show.server.ts'
import { sendBytes, sendSentence } from '#lib/machine/http.server.ts'
import { isRefusal, Refusal } from '#lib/machine/refusal.ts'
import type { Actor } from '#lib/people/can.ts'
import { permit } from '#lib/people/permit.ts'
import { requireStoryRow } from '#lib/story/story-rows.server.ts'
import type { FormSubject } from './form.ts'
import { printForms } from './print-forms.server.ts'
import { voicesIn } from './voices.server.ts'

/** Where forms to sign are fetched as PDF: `/formulaires/<story>.pdf`. */
export const formsPath = '/formulaires/'
const address = /^\/formulaires\/([0-9a-f-]{36})\.pdf$/

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

/** Answers `/formulaires/<story>.pdf` beside the pages. */
export async function serveForms(
  request: IncomingMessage,
  response: ServerResponse,
  { db, findActor }: { db: Db; findActor: (request: IncomingMessage) => Promise<Actor | null> },
) {
  const [, storyId = ''] = address.exec((request.url ?? '').replace(/\?.*$/, '')) ?? []
  try {
    const actor = storyId ? await findActor(request) : null
    if (!actor) throw new Refusal('not-found')
    const { show, story, subjects } = await readForms(db, actor, storyId)
    const body = await printForms(subjects, { author: show.name, language: show.language })
    return await sendBytes(request, response, {
      ...{ body, type: 'application/pdf', lastModified: Date.now(), cacheControl: 'private, no-store' },
      downloadName: `${show.name} - ${story.title} - accords.pdf`,
    })
  } catch (error) {
    if (!isRefusal(error)) throw error
    return sendSentence(
      request,
      response,
      404,
      'Ce formulaire n’existe pas, ou il n’est pas ouvert pour vous.',
    )
  }
}
