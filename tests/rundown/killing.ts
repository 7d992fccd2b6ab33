import { setTimeout as wait } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import { eq } from 'drizzle-orm'
import { LiveRundown } from '#app/_rundown/live-rundown.ts'
import type { Address, Db } from '#lib/db/db.server.ts'
import { airDeeds, episodes } from '#lib/db/schema.ts'
import { readLines } from '#lib/rundown/change.server.ts'
import { readMissed } from '#lib/rundown/history.server.ts'
import { patched } from '#lib/rundown/patch.ts'
import type { RundownState } from '#lib/rundown/rundown.server.ts'
import type { Sender } from './studio.ts'
import { startWebProcess, type WebProcess } from './web-process.ts'

/** `lost`: acknowledged, and not on disk after a kill. `sentAgain`: requests of a key that had been sent before. */
export type Toll = { kills: number; edits: number; takes: number; lost: number; sentAgain: number }

type Given = {
  db: Db
  address: Address
  show: string
  /** As the screen has read it. */
  state: RundownState
  who: Sender
  kills: number
}

/** A screen that edits and one that takes, on a web process that is killed −9 again and again in the middle of it. */
export class Killing {
  readonly toll: Toll = { kills: 0, edits: 0, takes: 0, lost: 0, sentAgain: 0 }
  /** What the screen asked for, in order. */
  readonly asked: string[] = []
  private readonly keptTitles = new Set<string>()
  private readonly keptDeeds = new Set<string>()
  private readonly sentKeys = new Set<string>()
  private readonly stop = new AbortController()
  private web: WebProcess | null = null
  private readonly given: Given

  constructor(given: Given) {
    this.given = given
  }

  async run(): Promise<Toll> {
    this.web = await startWebProcess(this.given.address)
    const port = Number(new URL(this.web.url).port)
    const working = [this.editAway(), this.takeAway()]
    while (this.toll.kills < this.given.kills) {
      const [edits, takes] = [this.keptTitles.size, this.keptDeeds.size]
      // The screen waits before it tries again: both must be at work when the next kill comes.
      while (this.keptTitles.size < edits + 3 || this.keptDeeds.size < takes + 3) await wait(5)
      await wait(Math.random() * 300)
      await this.web.kill()
      const promised = { titles: [...this.keptTitles], deeds: [...this.keptDeeds] }
      this.toll.kills += 1
      await this.count(promised)
      this.web = await startWebProcess(this.given.address, port)
    }
    this.stop.abort()
    await Promise.all(working)
    await this.web.kill()
    this.toll.edits = this.keptTitles.size
    this.toll.takes = this.keptDeeds.size
    return this.toll
  }

  /** As a page's own `fetch`: with the cookie, to whatever serves now. Notes which edits were acknowledged. */
  fetch = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const body = JSON.parse(String(init.body ?? 'null')) as {
      key?: string
      edit?: { lines?: { title: string }[] }
    }
    this.note(body?.key)
    const headers = { ...init.headers, ...this.given.who }
    const answer = await realFetch(`${this.web?.url}${path}`, { ...init, headers })
    const title = body?.edit?.lines?.[0]?.title
    if (answer.ok && title) this.keptTitles.add(title)
    return answer
  }

  private async editAway() {
    const live = new LiveRundown(this.given.show, this.given.state)
    for (let n = 0; !this.stop.signal.aborted; n += 1) {
      const title = `edit ${n}`
      this.asked.push(title)
      live.ask({ do: 'add', lines: [{ kind: 'voice', title }] })
      while (live.read().pending > 3) await wait(3)
    }
    while (live.read().pending > 0) await wait(5)
  }

  private async takeAway() {
    while (!this.stop.signal.aborted) {
      const key = crypto.randomUUID()
      const body = JSON.stringify({ key, deed: 'take', itemId: this.given.state.lines[0]?.id })
      while (!(await this.sendTake(key, body))) await wait(50)
      this.keptDeeds.add(key)
      await wait(10)
    }
  }

  private async sendTake(key: string, body: string): Promise<boolean> {
    this.note(key)
    const headers = { ...this.given.who, 'Content-Type': 'application/json' }
    const asked = { method: 'POST', headers, body }
    const answer = await realFetch(`${this.web?.url}/deeds/${this.given.show}`, asked).catch(() => null)
    if (answer && !answer.ok) throw new Error(`A take was answered ${answer.status}`)
    return answer !== null
  }

  private note(key: string | undefined) {
    if (key === undefined) return
    if (this.sentKeys.has(key)) this.toll.sentAgain += 1
    this.sentKeys.add(key)
  }

  private async count(promised: { titles: string[]; deeds: string[] }) {
    const { db, show } = this.given
    const titles = new Set((await readLines(db, show)).map(({ title }) => title))
    const deeds = new Set((await deedsOf(db, show)).map(({ key }) => key))
    this.toll.lost += promised.titles.filter((title) => !titles.has(title)).length
    this.toll.lost += promised.deeds.filter((key) => !deeds.has(key)).length
  }
}

const realFetch = globalThis.fetch

/** The deeds of a show as they lie on disk. */
export async function deedsOf(db: Db, show: string) {
  return await db.select({ key: airDeeds.key }).from(airDeeds).where(eq(airDeeds.episodeId, show))
}

/** Whether the log, told from its beginning, leads to the rundown as it is: no version missing, none half done. */
export async function isWhole(db: Db, show: string): Promise<boolean> {
  const [episode] = await db
    .select({ version: episodes.rundownVersion })
    .from(episodes)
    .where(eq(episodes.id, show))
  const told = (await readMissed(db, show, 0, 100_000)) ?? []
  const lines = told.reduce((list, { steps }) => patched(list, steps), patched([], []))
  const now = await readLines(db, show)
  return told.length === episode?.version && isDeepStrictEqual(lines, now)
}
