import { access, stat } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { eq } from 'drizzle-orm'
import type { Db } from '#lib/db/db.server.ts'
import { openInstalledDatabase } from '#lib/db/open.server.ts'
import { members, type Role } from '#lib/db/schema.ts'
import { openDataDirectory } from '#lib/machine/disk.server.ts'
import { readEnvironment } from '#lib/machine/environment.server.ts'
import { openFiles } from '#lib/machine/files.server.ts'
import { openSiteOf, recallAddress } from '#lib/machine/site.server.ts'
import type { Actor } from '#lib/people/can.ts'
import { addMember } from '#lib/people/members.server.ts'

/** What was typed after a command, and where its words go. */
export type Given = {
  role: Role
  name: string
  /** What stands beside the options: files, or an episode. */
  files: readonly string[]
  json: boolean
  force: boolean
  /** LUFS and dBTP; null when not given. */
  lufs: number | null
  dbtp: number | null
  out: string | null
  master: 'podcast' | 'antenne'
  say: (line: string) => void
}

/** A command answers its exit code. */
export type Command = (given: Given) => Promise<number>

/** Runs `work` on the installed radio, whether or not its server runs, and lets go of it. */
export async function withDatabase<T>(
  work: (radio: Awaited<ReturnType<typeof openRadio>>) => Promise<T>,
): Promise<T> {
  const radio = await openRadio()
  try {
    return await work(radio)
  } finally {
    await radio.database.close()
  }
}

async function openRadio() {
  const env = await recallAddress(readEnvironment())
  await openDataDirectory(env.dataDir)
  const database = await openInstalledDatabase(env, 'command')
  return { db: database.db, database, site: await openSiteOf(env), files: await openFiles(env.dataDir) }
}

/** The console may do what the coordination may; an empty house gets its first account by it. */
export async function consoleActor(db: Db): Promise<{ actor: Actor; isNew: boolean }> {
  const [known] = await db.select().from(members).where(eq(members.role, 'coordination')).limit(1)
  const details = { name: 'Coordination', role: 'coordination' as const, houseId: null, email: null }
  const memberId = known?.id ?? (await addMember(db, 'console', details))
  const name = known?.name ?? details.name
  return {
    actor: { memberId, name, role: 'coordination', houseId: null, sessionId: '' },
    isNew: known === undefined,
  }
}

/** A path as the person typed it: npm runs scripts from the project, they stand elsewhere. */
export function typedPath(file: string): string {
  return resolve(process.env.INIT_CWD ?? process.cwd(), file)
}

/** Why nothing may be written to `path`, in a sentence; null when it may. */
export async function whyNotWritten(path: string, force: boolean): Promise<string | null> {
  const there = await stat(path).catch(() => null)
  if (there?.isDirectory()) return `${path} is a directory: name the file.`
  if (there && !there.isFile()) return `${path} is no ordinary file.`
  if (there && !force) return `${path} is there already. Choose another name, or add --force.`
  const folder = dirname(path)
  const isFolder = (await stat(folder).catch(() => null))?.isDirectory() ?? false
  if (!isFolder) return `There is no directory ${folder}`
  const mayWrite = await access(folder, 2).then(
    () => true,
    () => false,
  )
  return mayWrite ? null : `${folder} cannot be written to.`
}

/** Aborts at Ctrl-C or when the launcher ends, so that what is half done is tidied away. */
export function interruption(): { signal: AbortSignal; forget: () => void } {
  const stop = new AbortController()
  const abort = () => stop.abort(new Error('Stopped'))
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(name, abort)
  const forget = () => {
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.off(name, abort)
  }
  return { signal: stop.signal, forget }
}
