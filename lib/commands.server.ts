import { execFile } from 'node:child_process'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import { eq, sql } from 'drizzle-orm'
import { type Command, consoleActor, type Given, withDatabase } from '#lib/console.server.ts'
import type { Db } from '#lib/db/db.server.ts'
import { hear, isOnItsWay, openJobs } from '#lib/db/events.server.ts'
import { clips, publications } from '#lib/db/schema.ts'
import { findShow } from '#lib/episode/show.server.ts'
import { loadExample } from '#lib/example/example.server.ts'
import { LOW_DISK_BYTES } from '#lib/health.server.ts'
import { openHearers } from '#lib/hearers.server.ts'
import { freeBytes, openDataDirectory } from '#lib/machine/disk.server.ts'
import { readEnvironment } from '#lib/machine/environment.server.ts'
import { causes } from '#lib/machine/log.ts'
import { addMember, makeInvitation } from '#lib/people/members.server.ts'
import { render } from '#lib/render-command.server.ts'
import { measure, normalise } from '#lib/sound-commands.server.ts'

/** What the command line does, each answering its exit code; all of them work beside a running server. */
export const commands = { invite, example, measure, normalise, render, doctor } satisfies Record<
  string,
  Command
>

async function invite({ role, name, say }: Given): Promise<number> {
  if (!name.trim()) {
    say('Who is it for? Add --name "Nadia"')
    return 2
  }
  return await withDatabase(async ({ db, site }) => {
    const memberId = await addMember(db, 'console', {
      name: name.trim().slice(0, 80),
      role,
      houseId: null,
      email: null,
    })
    const { token } = await makeInvitation(db, memberId, role)
    say(`${site.baseUrl}/c/${token}`)
    return 0
  })
}

async function example({ say }: Given): Promise<number> {
  return await withDatabase(async ({ db, site, files, database }) => {
    if (await findShow(db)) {
      say('There is a show here already. The example loads into an empty house: choose another BOBINE_DATA.')
      return 1
    }
    const jobs = await openJobs(database.address)
    const hearers = await openHearers({ db, files, site, post: null })
    try {
      // Letters are left to the server, which knows how to send them.
      await hear(jobs, { ...hearers.events, 'letter.written': undefined })
      const { actor, isNew } = await consoleActor(db)
      await waitForExample(db, await loadExample(db, actor, files, new Date()), say)
      say(`The example is loaded: ${site.baseUrl}`)
      if (isNew) {
        const { token } = await makeInvitation(db, actor.memberId, actor.role)
        say(`Enter as its coordination, once: ${site.baseUrl}/c/${token}`)
      }
      return 0
    } finally {
      hearers.close()
      await jobs.stop({ graceful: true, timeout: 10_000 })
    }
  })
}

async function doctor({ say }: Given): Promise<number> {
  const env = readEnvironment()
  const checks: [string, () => Promise<string>][] = [
    ['ffmpeg', () => versionOf(process.env.FFMPEG_PATH ?? 'ffmpeg')],
    ['ffprobe', () => versionOf(process.env.FFPROBE_PATH ?? 'ffprobe')],
    ['disk', () => checkDisk(env.dataDir)],
    [
      'database',
      () => withDatabase(async ({ db, database }) => `${await serverVersion(db)}, ${database.place}`),
    ],
    ['settings', () => withDatabase(({ db }) => checkSettings(db))],
    [
      'mail',
      async () => (env.smtpUrl ? 'SMTP is set' : 'no SMTP: letters wait for the coordination to hand over'),
    ],
  ]
  let wrong = 0
  for (const [name, check] of checks) {
    try {
      say(`ok     ${name.padEnd(9)} ${await check()}`)
    } catch (error) {
      wrong++
      say(`WRONG  ${name.padEnd(9)} ${causes(error).join('; because ')}`)
    }
  }
  return wrong > 0 ? 1 : 0
}

async function waitForExample(db: Db, episodeId: string, say: (line: string) => void) {
  const isOut = () => db.$count(publications, eq(publications.episodeId, episodeId))
  for (let told = -1; (await isOut()) === 0; ) {
    const ready = await db.$count(clips, eq(clips.state, 'ready'))
    if (ready !== told) say(`Preparing sounds: ${ready} of ${await db.$count(clips)}`)
    told = ready
    // Asked before looking once more, so that what was finished in between is not taken for given up.
    const goesOn = await isOnItsWay('example.loaded', episodeId)
    if (!goesOn && (await isOut()) === 0)
      throw new Error('The example is loaded, but its finished episode could not be published')
    await pause(1000)
  }
}

async function versionOf(program: string): Promise<string> {
  const { stdout } = await promisify(execFile)(program, ['-version'])
  return stdout.split('\n')[0] ?? ''
}

async function serverVersion(db: Db): Promise<string> {
  const { rows } = await db.execute<{ version: string }>(sql`select version()`)
  return rows[0]?.version.split(' ').slice(0, 2).join(' ') ?? 'PostgreSQL'
}

async function checkDisk(dataDir: string): Promise<string> {
  await openDataDirectory(dataDir)
  const free = await freeBytes(dataDir)
  const words = `${(free / 1e9).toFixed(1)} GB free at ${dataDir}`
  if (free < LOW_DISK_BYTES) throw new Error(`${words}: sounds are refused below 1 GB`)
  return words
}

async function checkSettings(db: Db): Promise<string> {
  const show = await findShow(db)
  if (!show) return 'no show yet: open the site and name it'
  const missing = (['publisher', 'director', 'ownerEmail'] as const).filter((name) => !show[name])
  if (missing.length > 0) throw new Error(`Before publishing, fill in: ${missing.join(', ')} (Réglages)`)
  return show.name
}
