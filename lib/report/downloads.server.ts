import { createHmac, randomBytes } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Db } from '#lib/db/db.server.ts'
import { findShow } from '#lib/episode/show.server.ts'
import type { FileStore } from '#lib/machine/files.server.ts'
import type { Sent } from '#lib/machine/http.server.ts'
import { clientAddress } from '#lib/machine/http-guard.ts'
import { log } from '#lib/machine/log.server.ts'
import { type LocalDate, localParts } from '#lib/time/airtime.ts'
import { type Answered, listening } from './counted.ts'
import { enough, soundSent } from './heard.ts'
import { networkOf } from './network.ts'
import { openSoundFiles, type PublicFile } from './sound-files.server.ts'
import { openTally } from './tally.ts'
import { openWaitingCounts } from './waiting-counts.server.ts'

type Counting = { db: Db; files: FileStore; trustProxy: boolean; now?: () => number }
type Asked = Pick<Answered, 'method' | 'range' | 'agent' | 'address'>
/** What is known of a day's listeners, for as long as it lasts and nowhere but here. */
type Day = { date: LocalDate; secret: Buffer; tally: ReturnType<typeof openTally> }

const MINUTE_MS = 60_000

/**
 * Counts downloads: one a day for each listener and episode, once enough of its sound has gone out to them. A listener
 * is a digest of network, app and episode under a secret that dies at the show's midnight, or with the process.
 */
export async function openDownloads(counting: Counting): Promise<Downloads> {
  const downloads = new Downloads(counting)
  downloads.tend()
  await downloads.settled()
  return downloads
}

class Downloads {
  private readonly db: Db
  private readonly trustProxy: boolean
  private readonly now: () => number
  private readonly soundFile: ReturnType<typeof openSoundFiles>
  private readonly counts: ReturnType<typeof openWaitingCounts>
  private readonly underway = new Set<Promise<void>>()
  private readonly round: NodeJS.Timeout
  private zone = 'UTC'
  private day: Day
  private isTroubled = false
  private isClosed = false

  constructor({ db, files, trustProxy, now = Date.now }: Counting) {
    this.db = db
    this.trustProxy = trustProxy
    this.now = now
    this.soundFile = openSoundFiles(db, files)
    this.counts = openWaitingCounts(db)
    this.day = this.newDay()
    this.round = setInterval(() => this.tend(), MINUTE_MS)
  }

  /**
   * Looks at a request for sound and hears how its answer ended. Returns at once and never throws: listeners owe
   * nothing to figures. A socket that is closed no longer tells its address, so that is read before.
   */
  readonly soundAsked = ({ method, headers, socket }: IncomingMessage, file: PublicFile) => {
    const address = clientAddress(socket.remoteAddress, headers, this.trustProxy)
    const asked = { method, range: headers.range, agent: headers['user-agent'], address }
    return (sent: Sent) => {
      if (!this.isClosed) this.watch(() => this.hear(asked, file, sent))
    }
  }

  /** Ends a day whose midnight is over though nobody listens, and writes what could not be written. */
  tend() {
    this.watch(async () => {
      this.zone = (await findShow(this.db))?.timeZone ?? this.zone
      this.today()
      await this.counts.write()
      this.isTroubled = false
    })
  }

  async settled() {
    while (this.underway.size > 0) await Promise.all(this.underway)
  }

  readonly close = async () => {
    this.isClosed = true
    clearInterval(this.round)
    await this.settled()
    this.day.secret.fill(0)
  }

  private async hear(asked: Asked, file: PublicFile, { status, bodyBytes, firstByte = 0 }: Sent) {
    const app = listening({ ...asked, status, bytes: bodyBytes })
    if (!app) return
    const { date, secret, tally } = this.today()
    const listener = digest(secret, `${networkOf(asked.address)} ${file.episodeId} ${asked.agent}`)
    const sound = await this.soundFile(file)
    const stretch = sound && soundSent(sound, firstByte, bodyBytes)
    if (!stretch) return
    const heard = tally.hear(listener, stretch, enough(sound.durationMs))
    if (heard === 'full') throw new Error('More listeners than one day remembers: new ones are not counted')
    if (heard !== 'counted') return
    this.counts.add({ episodeId: file.episodeId, day: date, app, count: 1 })
    await this.counts.write()
  }

  private today(): Day {
    if (this.day.date === localParts(this.now(), this.zone).date) return this.day
    this.day.secret.fill(0)
    this.day = this.newDay()
    return this.day
  }

  private newDay(): Day {
    return {
      date: localParts(this.now(), this.zone).date,
      secret: randomBytes(32),
      tally: openTally(),
    }
  }

  /** What goes wrong is told once, until a round goes well again. */
  private watch(work: () => Promise<void>) {
    const running = work()
      .catch((error: unknown) => {
        if (!this.isTroubled) log.error('downloads.failed', error)
        this.isTroubled = true
      })
      .finally(() => this.underway.delete(running))
    this.underway.add(running)
  }
}

/** 128 bits are enough to tell a day's listeners apart. */
function digest(secret: Buffer, text: string): string {
  return createHmac('sha256', secret).update(text).digest('base64url').slice(0, 22)
}
