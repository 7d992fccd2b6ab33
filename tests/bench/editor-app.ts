import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { chmod, mkdtemp, realpath, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { withDatabase } from '#lib/console.server.ts'
import type { Role } from '#lib/db/schema.ts'
import { foundShow } from '#lib/episode/show.server.ts'
import { addMember, makeInvitation } from '#lib/people/members.server.ts'
import { contentFromBlocks } from '#lib/story/draft.ts'
import { createStory, writeStoryContent } from '#lib/story/story.server.ts'

const root = join(import.meta.dirname, '..', '..')

/** The built app with one story of `words` words, and who wrote it: a one-time address opens the door. */
export type EditorApp = BuiltApp & { door: string; storyId: string }
export type BuiltApp = { url: string; pid: number; stop: () => Promise<void> }

/** Starts the built app with its story. */
export async function startEditorApp(words: number): Promise<EditorApp> {
  return { ...(await startBuiltApp()), ...(await furnish(words)) }
}

/** Starts the built app on a port and data of its own, an empty house. Throws when it was not built. */
export async function startBuiltApp(): Promise<BuiltApp> {
  if (!existsSync(join(root, '.next', 'BUILD_ID'))) throw new Error('Build first: npx next build')
  const data = await mkdtemp(join(tmpdir(), 'bobine-bench-'))
  await chmod(data, 0o755)
  const port = await freePort()
  const url = `http://localhost:${port}`
  // The console's way into the running radio reads the same environment.
  Object.assign(process.env, {
    PORT: String(port),
    BOBINE_DATA: data,
    BOBINE_URL: url,
    NODE_ENV: 'production',
  })
  const server = spawn(process.execPath, ['lib/server.ts'], { cwd: root, stdio: 'ignore' })
  const stop = async () => {
    server.kill('SIGINT')
    if (server.exitCode === null) await once(server, 'exit')
    const database = join(data, 'postgres')
    if (existsSync(database)) await rm(await realpath(database), { recursive: true, force: true })
    await rm(data, { recursive: true, force: true })
  }
  await healthy(url)
  return { url, pid: server.pid ?? 0, stop }
}

async function furnish(words: number): Promise<{ door: string; storyId: string }> {
  return await withDatabase(async ({ db, site, files }) => {
    const role: Role = 'coordination'
    const person = { name: 'Nadia', role, houseId: null, email: null }
    const memberId = await addMember(db, 'console', person)
    const actor = { memberId, ...person, sessionId: '' }
    await foundShow(db, actor, 'La voix du marché', files)
    const storyId = await createStory(db, actor, { title: 'Un long sujet', rubricId: null, themeIds: [] })
    const line = 'Le samedi matin, place du marché, tout le monde se connaît et parle un peu. '
    const paragraphs = Array.from({ length: Math.ceil(words / 60) }, () => line.repeat(4).trim())
    const blocks = paragraphs.map((text) => ({ type: 'paragraph' as const, text }))
    await writeStoryContent(db, actor, storyId, contentFromBlocks(blocks))
    const { token } = await makeInvitation(db, memberId, role)
    return { door: `${site.baseUrl}/c/${token}`, storyId }
  })
}

async function healthy(url: string) {
  for (const until = Date.now() + 180_000; Date.now() < until; await pause(100)) {
    const isThere = await fetch(`${url}/api/health`).then(
      ({ ok }) => ok,
      // Nobody listens yet.
      () => false,
    )
    if (isThere) return
  }
  throw new Error(`The app is not healthy at ${url}`)
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0)
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('No free port')
  return address.port
}
