import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Db } from '#lib/db/db.server.ts'
import { sendBytes } from '#lib/machine/http.server.ts'
import { answerOrAbsent } from '#lib/machine/http-private.server.ts'
import { Refusal } from '#lib/machine/refusal.ts'
import type { Actor } from '#lib/people/can.ts'
import { readForms } from './forms.server.ts'
import { printForms } from './print-forms.server.ts'

/** Where forms to sign are fetched as PDF: `/formulaires/<story>.pdf`. */
export const formsPath = '/formulaires/'
const address = /^\/formulaires\/([0-9a-f-]{36})\.pdf$/

/** Answers `/formulaires/<story>.pdf` beside the pages. */
export async function serveForms(
  request: IncomingMessage,
  response: ServerResponse,
  { db, findActor }: { db: Db; findActor: (request: IncomingMessage) => Promise<Actor | null> },
) {
  const [, storyId = ''] = address.exec((request.url ?? '').replace(/\?.*$/, '')) ?? []
  const absent = 'Ce formulaire n’existe pas, ou il n’est pas ouvert pour vous.'
  return await answerOrAbsent(request, response, absent, async () => {
    const actor = storyId ? await findActor(request) : null
    if (!actor) throw new Refusal('not-found')
    const { show, story, subjects } = await readForms(db, actor, storyId)
    const body = await printForms(subjects, { author: show.name, language: show.language })
    return await sendBytes(request, response, {
      ...{ body, type: 'application/pdf', lastModified: Date.now(), cacheControl: 'private, no-store' },
      downloadName: `${show.name} - ${story.title} - accords.pdf`,
    })
  })
}
