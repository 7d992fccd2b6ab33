import type { Role } from '#lib/db/schema.ts'
import { foundShow } from '#lib/episode/show.server.ts'
import { openFiles } from '#lib/machine/files.server.ts'
import { addMember, makeInvitation } from '#lib/people/members.server.ts'
import { contentFromBlocks } from '#lib/story/draft.ts'
import { createStory, writeStoryContent } from '#lib/story/story.server.ts'
import { isBuilt, type Radio, startRadio } from '#tests/hostile/radio.ts'

/** The built app, an empty house of its own. */
export type BuiltApp = Radio & { pid: number }
/** With one story of `words` words, and who wrote it: a one-time address opens the door. */
export type EditorApp = BuiltApp & { door: string; storyId: string }

/** Starts the built app with its story. */
export async function startEditorApp(words: number): Promise<EditorApp> {
  const app = await startBuiltApp()
  return { ...app, ...(await furnish(app, words)) }
}

/** Starts the built app on a port and data of its own. Throws when it was not built. */
export async function startBuiltApp(): Promise<BuiltApp> {
  if (!isBuilt) throw new Error('Build first: npx next build')
  const radio = await startRadio()
  const { url, port, data } = radio
  // The console's way into the running radio reads the same environment.
  Object.assign(process.env, {
    PORT: String(port),
    BOBINE_DATA: data,
    BOBINE_URL: url,
    NODE_ENV: 'production',
  })
  return { ...radio, pid: radio.child.pid ?? 0 }
}

async function furnish({ db, url, data }: Radio, words: number): Promise<{ door: string; storyId: string }> {
  const role: Role = 'coordination'
  const person = { name: 'Nadia', role, houseId: null, email: null }
  const memberId = await addMember(db, 'console', person)
  const actor = { memberId, ...person, sessionId: '' }
  await foundShow(db, actor, 'La voix du marché', await openFiles(data))
  const storyId = await createStory(db, actor, { title: 'Un long sujet', rubricId: null, themeIds: [] })
  const line = 'Le samedi matin, place du marché, tout le monde se connaît et parle un peu. '
  const paragraphs = Array.from({ length: Math.ceil(words / 60) }, () => line.repeat(4).trim())
  const blocks = paragraphs.map((text) => ({ type: 'paragraph' as const, text }))
  await writeStoryContent(db, actor, storyId, contentFromBlocks(blocks))
  const { token } = await makeInvitation(db, memberId, role)
  return { door: `${url}/c/${token}`, storyId }
}
