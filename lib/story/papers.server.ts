import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Db } from '#lib/db/db.server.ts'
import { findShow } from '#lib/episode/show.server.ts'
import { sendJson } from '#lib/machine/http-json.server.ts'
import { type Paper, sendPaper } from '#lib/machine/http-paper.server.ts'
import { isRefusal } from '#lib/machine/refusal.ts'
import type { Actor } from '#lib/people/can.ts'
import { formatDuration } from '#lib/time/duration.ts'
import { interviewOf } from './interview.ts'
import { printInterview } from './print-interview.server.ts'
import { printStory } from './print-story.server.ts'
import { readingParts } from './reading.ts'
import { readStory, readStoryContent } from './story.server.ts'

type Asked = { db: Db; actor: Actor; storyId: string; query: URLSearchParams }

/** Where the papers of stories are: `<id>/texte.pdf`, `<id>/interview.pdf`. */
export const storyPapers = '/api/stories/'

const type = 'application/pdf'

const makers: Record<string, (asked: Asked) => Promise<Paper>> = {
  'texte.pdf': async (asked) => {
    const { show, story, content } = await readAll(asked)
    const facts = [story.author.name, story.readingMs > 0 ? formatDuration(story.readingMs) : '']
    const bytes = await printStory({
      ...{ show: show.name, language: show.language, title: story.title },
      facts: facts.filter(Boolean).join(' · '),
      parts: readingParts(content, asked.query.has('notes')),
    })
    return { name: `${story.title}.pdf`, type, bytes }
  },
  'interview.pdf': async (asked) => {
    const { show, story, content } = await readAll(asked)
    const bytes = await printInterview({
      ...{ show: show.name, language: show.language, contact: show.contact },
      ...{ title: story.title, author: story.author.name, angle: story.angle },
      ...interviewOf(content),
    })
    return { name: `${story.title} - interview.pdf`, type, bytes }
  },
}

/** Makes a story's paper. Refuses `not-found`; undefined when there is no paper of that name. */
export async function makeStoryPaper(what: string, asked: Asked): Promise<Paper | undefined> {
  return Object.hasOwn(makers, what) ? await makers[what]?.(asked) : undefined
}

async function readAll({ db, actor, storyId }: Asked) {
  const story = await readStory(db, actor, storyId)
  const show = (await findShow(db)) ?? { name: 'La Bobine', language: 'fr', contact: '' }
  return { show, story, content: await readStoryContent(db, actor, storyId) }
}

type Serving = { db: Db; findActor: (request: IncomingMessage) => Promise<Actor | null> }

/** Sends a story's paper to whoever may read the story; everything else is not there. */
export async function serveStoryPapers(
  request: IncomingMessage,
  response: ServerResponse,
  { db, findActor }: Serving,
) {
  const url = new URL(request.url ?? '', 'http://internal')
  const [storyId = '', what = '', ...beyond] = url.pathname.slice(storyPapers.length).split('/')
  const actor = await findActor(request)
  if (!actor) return sendJson(response, 401, { error: 'not-signed-in' })
  const isAsked = request.method === 'GET' && beyond.length === 0
  const asked = { db, actor, storyId, query: url.searchParams }
  const paper = isAsked ? await makeStoryPaper(what, asked).catch(absent) : undefined
  if (!paper) return sendJson(response, 404, { error: 'not-found' })
  sendPaper(response, paper)
}

function absent(error: unknown): undefined {
  if (!isRefusal(error)) throw error
  return undefined
}
