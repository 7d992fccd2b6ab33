import { createHmac, randomBytes } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Db } from '#lib/db/db.server.ts'
import { findShow } from '#lib/episode/show.server.ts'
import type { FileStore } from '#lib/machine/files.server.ts'
import type { Sent } from '#lib/machine/http.server.ts'
import { clientAddress } from '#lib/machine/http-guard.ts'
import { log } from '#lib/machine/log.server.ts'
import { type LocalDate, localParts } from '#lib/time/airtime.ts'
import { listening } from './counted.ts'
import { enough, soundSent } from './heard.ts'
import { networkOf } from './network.ts'
import { openSoundFiles, type PublicFile } from './sound-files.server.ts'
import { openTally } from './tally.ts'
import { openWaitingCounts } from './waiting-counts.server.ts'

type Counting = { db: Db; files: FileStore; trustProxy: boolean; now?: () => number }
/** What is known of a day's listeners, for as long as it lasts and nowhere but here. */
type Day = { date: LocalDate; secret: Buffer; tally: ReturnType<typeof openTally> }

const MINUTE_MS = 60_000

/**
 * Counts downloads: one a day for each listener and episode, once enough of its sound has gone out to them. A listener
 * is a digest of network, app and episode under a secret that dies at the show's midnight, or with the process.
 */
export async function openDownloads({ db, files, trustProxy, now = Date.now }: Counting) {
  const soundFile = openSoundFiles(db, files)
  const counts = openWaitingCounts(db)
  const underway = new Set<Promise<void>>()
  let zone = 'UTC'
  let day = begin()
  let isTroubled = false
  let isClosed = false

  function begin(): Day {
    return { date: localParts(now(), zone).date, secret: randomBytes(32), tally: openTally() }
  }

  function today(): Day {
    if (day.date === localParts(now(), zone).date) return day
    day.secret.fill(0)
    day = begin()
    return day
  }

  /** Hears of an answer that is over. Returns at once and never throws: listeners owe nothing to figures. */
  function soundHeard(
    request: IncomingMessage,
    file: PublicFile,
    { status, bodyBytes, firstByte = 0 }: Sent,
  ) {
    const address = clientAddress(request.socket.remoteAddress, request.headers, trustProxy)
    const { method, headers } = request
    const agent = headers['user-agent']
    const app = listening({ method, status, range: headers.range, agent, address, bytes: bodyBytes })
    if (!app || isClosed) return
    const { date, secret, tally } = today()
    const listener = createHmac('sha256', secret)
      .update(`${networkOf(address)} ${file.episodeId} ${agent}`)
      .digest('base64url')
      .slice(0, 22)
    watched(async () => {
      const sound = await soundFile(file)
      const stretch = sound && soundSent(sound, firstByte, bodyBytes)
      if (!stretch) return
      const heard = tally.hear(listener, stretch, enough(sound.durationMs))
      if (heard === 'full') throw new Error('More listeners than one day remembers: new ones are not counted')
      if (heard !== 'counted') return
      counts.add({ episodeId: file.episodeId, day: date, app, count: 1 })
      await counts.write()
    })
  }

  /** What goes wrong is told once, until it goes well again. */
  function watched(work: () => Promise<void>) {
    const running = work()
      .then(() => {
        isTroubled = false
      })
      .catch((error: unknown) => {
        if (!isTroubled) log.error('downloads.failed', error)
        isTroubled = true
      })
      .finally(() => underway.delete(running))
    underway.add(running)
  }

  /** Ends a day whose midnight is over though nobody listens, and writes what could not be written. */
  function tend() {
    watched(async () => {
      zone = (await findShow(db))?.timeZone ?? zone
      today()
      await counts.write()
    })
  }

  async function settled() {
    while (underway.size > 0) await Promise.all(underway)
  }

  tend()
  await settled()
  const round = setInterval(tend, MINUTE_MS)
  async function close() {
    isClosed = true
    clearInterval(round)
    await settled()
    day.secret.fill(0)
  }
  return { soundHeard, settled, tend, close }
}
