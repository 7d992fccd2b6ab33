import type { Db } from '#lib/db/db.server.ts'
import type { EventName, Hearer } from '#lib/db/events.server.ts'
import { findShow } from '#lib/episode/show.server.ts'
import { finishExample } from '#lib/example/finish.server.ts'
import type { FileStore } from '#lib/machine/files.server.ts'
import { log } from '#lib/machine/log.server.ts'
import type { Post } from '#lib/machine/mail.server.ts'
import type { Site } from '#lib/machine/site.server.ts'
import { trimCache } from '#lib/master/cache.server.ts'
import { levelUsual } from '#lib/master/level-usual.server.ts'
import { cacheIn } from '#lib/master/master.server.ts'
import { renderAsked, tendMasters } from '#lib/master/render-asked.server.ts'
import { makeVariants } from '#lib/master/variants.server.ts'
import { tendArchives } from '#lib/moving/archive.server.ts'
import { bringIn, tendRunningImports } from '#lib/moving/bring-in.server.ts'
import { tendImports } from '#lib/moving/import.server.ts'
import { packArchive } from '#lib/moving/pack-archive.server.ts'
import { sendLetter } from '#lib/people/letter.server.ts'
import { publishAdditions } from '#lib/publishing/additions.server.ts'
import { alignMaster } from '#lib/publishing/align-master.server.ts'
import { expectAlignment } from '#lib/publishing/alignment.server.ts'
import { makeAudiogram, tendAudiograms } from '#lib/publishing/audiogram-job.server.ts'
import { pingHub } from '#lib/publishing/hub.server.ts'
import { watchPublishedFiles } from '#lib/publishing/kept-files.server.ts'
import { publishAllDue, publishDue } from '#lib/publishing/publishing.server.ts'
import { fillSearch } from '#lib/publishing/search-lines.server.ts'
import { tendProofs } from '#lib/rights/proof-files.server.ts'
import { takeClipLength } from '#lib/rundown/rundown.server.ts'
import { planComingEpisodes } from '#lib/rundown/template.server.ts'
import { assembleTakes } from '#lib/sound/assemble-takes.server.ts'
import { cleanSound } from '#lib/sound/clean-sound.server.ts'
import { learnChosenPace } from '#lib/sound/learn-pace.server.ts'
import { prepareClip } from '#lib/sound/prepare-clip.server.ts'
import { tendClips } from '#lib/sound/tend-clips.server.ts'
import { openPauses } from '#lib/story/pauses.server.ts'
import { emptyStoryBin } from '#lib/story/story.server.ts'
import { thinVersions } from '#lib/story/versions.server.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

type Radio = { db: Db; files: FileStore; site: Site; post: Post | null }

/** Who hears what: every arrow from an earlier room to a later one, and what the clock starts by itself. */
export async function openHearers({ db, files, site, post }: Radio) {
  const house = { files, baseUrl: site.baseUrl }
  const events: Record<EventName, Hearer> = {
    'letter.written': (id) => sendLetter(db, id, post, site.baseUrl),
    'clip.received': async (id, signal) => {
      await prepareClip(db, id, signal)
      await takeClipLength(db, id)
    },
    'clip.prepared': async (id, signal) => {
      await levelUsual(db, files, id, signal)
      await learnChosenPace(db, id)
    },
    'clip.edited': (id, _signal, _isLastTry, wasMs) => takeClipLength(db, id, wasMs),
    'clip.clean-up-asked': (id, signal, isLastTry) => cleanSound(db, id, signal, isLastTry),
    'take.assembly-asked': (id, signal) => assembleTakes(db, id, signal),
    'master.asked': (id, signal, isLastTry) => renderAsked(db, files, id, signal, isLastTry),
    'master.made': async (id, signal) => {
      await expectAlignment(db, id)
      await makeVariants(db, files, id, signal)
      await publishAdditions(db, id, house)
    },
    'alignment.asked': async (id, signal, isLastTry) => {
      await alignMaster(db, files, id, signal, isLastTry)
      await publishAdditions(db, id, house)
    },
    'publication.scheduled': async (id) => {
      await publishDue(db, id, new Date(), house)
    },
    'feed.changed': (_id, signal) => pingHub(db, site.baseUrl, signal),
    'audiogram.asked': (id, signal, isLastTry) => makeAudiogram(db, files, id, signal, isLastTry),
    'import.asked': (id, signal, isLastTry) => bringIn(db, house, id, signal, isLastTry),
    'archive.asked': (id, signal, isLastTry) =>
      packArchive(db, { ...house, version: site.version }, id, signal, isLastTry),
    'example.loaded': (id, signal) => finishExample(db, id, house, signal),
  }
  const keepPauses = openPauses(db)
  const rounds = [
    every(MINUTE_MS, 'pauses', () => keepPauses(new Date())),
    every(MINUTE_MS, 'publications', () => publishAllDue(db, new Date(), house)),
    every(HOUR_MS, 'search', () => fillSearch(db)),
    every(MINUTE_MS, 'masters', () => tendMasters(db)),
    every(MINUTE_MS, 'films', () => tendAudiograms(db)),
    every(MINUTE_MS, 'published files', () => watchPublishedFiles(db, files)),
    every(MINUTE_MS, 'imports', () => tendRunningImports(db)),
    every(HOUR_MS, 'archives', () => tendArchives(db, files)),
    every(24 * HOUR_MS, 'feeds', () => tendImports(db, files)),
    every(HOUR_MS, 'episodes', () => planComingEpisodes(db, new Date())),
    every(24 * HOUR_MS, 'clips', () => tendClips(db)),
    every(24 * HOUR_MS, 'stories', () => emptyStoryBin(db)),
    every(24 * HOUR_MS, 'proofs', () => tendProofs(db, files)),
    every(24 * HOUR_MS, 'versions', async () => thinVersions(db, (await findShow(db))?.timeZone ?? 'UTC')),
    every(HOUR_MS, 'files', () => files.sweep()),
    every(HOUR_MS, 'rendered', () => trimCache(cacheIn(files))),
  ]
  return { events, close: () => rounds.forEach(clearInterval) }
}

/** Runs now and then regularly; a failure is logged and the next round comes. */
function every(ms: number, what: string, work: () => Promise<unknown>): NodeJS.Timeout {
  const round = () => work().catch((error: unknown) => log.error('round.failed', error, { round: what }))
  round()
  return setInterval(round, ms)
}
