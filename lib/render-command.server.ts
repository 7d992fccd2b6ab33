import { copyFile } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import {
  type Command,
  consoleActor,
  interruption,
  typedPath,
  whyNotWritten,
  withDatabase,
} from '#lib/console.server.ts'
import type { Db } from '#lib/db/db.server.ts'
import { hear, openJobs } from '#lib/db/events.server.ts'
import { type Episode, findNextEpisode, readEpisodes } from '#lib/episode/episode.server.ts'
import { findShow, type Show } from '#lib/episode/show.server.ts'
import { isRefusal, Refusal } from '#lib/machine/refusal.ts'
import { askMaster, cancelMaster, type Master, readMasters } from '#lib/master/master.server.ts'
import { endingOf, renderAsked } from '#lib/master/render-asked.server.ts'
import type { Actor } from '#lib/people/can.ts'
import { localParts, seasonOf } from '#lib/time/airtime.ts'

/** Makes a master of an episode and lays it beside the person; a running server may do the work. */
export const render: Command = async ({ files: [which], master: kind, out, force, say }) => {
  if (!which) {
    say(
      'Which episode? npm run -s bobine -- render EPISODE: its id, its address, its number in this season, or next',
    )
    return 2
  }
  return await withDatabase(async ({ db, files, database }) => {
    const show = await findShow(db)
    const { actor } = await consoleActor(db)
    const episode = show && (await findEpisode(db, actor, show, which, new Date()))
    if (!episode) {
      say(show ? `There is no episode "${which}".` : 'There is no show here yet.')
      return 1
    }
    const target = typedPath(out ?? `${episode.slug}.${endingOf(kind, show)}`)
    const no = await whyNotWritten(target, force)
    if (no) {
      say(no)
      return 1
    }
    const jobs = await openJobs(database.address)
    const { signal, forget } = interruption()
    try {
      await hear(jobs, {
        'master.asked': (id, stop, isLastTry) => renderAsked(db, files, id, stop, isLastTry),
      })
      const master = await finished(
        db,
        actor,
        episode.id,
        await askMaster(db, actor, episode.id, kind),
        signal,
        say,
      )
      if (!master.file) throw new Refusal(master.failure ?? 'master.cancelled')
      await copyFile(files.path(master.file), target)
      say(`${target}: ${levelWords(master)}`)
      return 0
    } catch (error) {
      if (signal.aborted) return 130
      if (!isRefusal(error)) throw error
      say(refusals[error.reason] ?? `The master was not made: ${error.reason}`)
      return 1
    } finally {
      forget()
      await jobs.stop({ graceful: true, timeout: 10_000 })
    }
  })
}

const refusals: Record<string, string> = {
  'master.empty': 'No line of the rundown has a sound that is ready: there is nothing to make.',
  'master.sound-gone':
    'A sound of the rundown is no longer on disk. Give its line another one, then start again.',
  'master.broken': 'The master could not be made. The lines above say why.',
  'master.cancelled': 'Somebody stopped it.',
  'disk.full': 'The disk is full: nothing was lost. Make room, then start again.',
}

/** Waits for a master's end, saying how far it is; when the person gives up, so does the render. */
async function finished(
  db: Db,
  actor: Actor,
  episodeId: string,
  masterId: string,
  signal: AbortSignal,
  say: (line: string) => void,
): Promise<Master> {
  for (let told = -1; ; ) {
    const master = (await readMasters(db, actor, episodeId)).find(({ id }) => id === masterId)
    if (!master) throw new Refusal('master.cancelled')
    if (master.state !== 'asked' && master.state !== 'rendering') return master
    const tenths = Math.floor(10 * master.progress)
    if (tenths > told) say(`Rendering: ${tenths * 10} %`)
    told = tenths
    await pause(500, undefined, { signal }).catch(() => cancelMaster(db, actor, masterId))
    signal.throwIfAborted()
  }
}

const uuid = z.uuid()

/** An episode by its id, its slug, its number in the season of `now` (else in the newest), or as `next`. */
export async function findEpisode(
  db: Db,
  actor: Actor,
  show: Show,
  which: string,
  now: Date,
): Promise<Episode | null> {
  if (which === 'next') return await findNextEpisode(db, show, now)
  const episodes = await readEpisodes(db, actor)
  if (uuid.safeParse(which).success) return episodes.find(({ id }) => id === which.toLowerCase()) ?? null
  const bySlug = episodes.find(({ slug }) => slug === which)
  if (bySlug || !/^\d{1,4}$/.test(which)) return bySlug ?? null
  const season = seasonOf(localParts(now.getTime(), show.timeZone).date)
  const hasSeason = episodes.some((episode) => episode.season === season)
  const current = hasSeason ? season : episodes[0]?.season
  return episodes.find((one) => one.season === current && one.number === Number(which)) ?? null
}

function levelWords({ durationMs, integratedLufs, truePeakDbtp, lraLu }: Master): string {
  const figure = (value: number | null) => value?.toFixed(1) ?? 'none'
  const seconds = Math.round((durationMs ?? 0) / 1000)
  const length = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
  return `${length}, ${figure(integratedLufs)} LUFS, range ${figure(lraLu)} LU, peak ${figure(truePeakDbtp)} dBTP`
}
