'use client'
import type { Presence, Told } from '#lib/rundown/change.server.ts'
import type { Edit } from '#lib/rundown/edit.ts'
import { type FactsNews, withNews } from '#lib/rundown/facts.ts'
import { firstUnforeseen, type Unforeseen } from '#lib/rundown/foresee.ts'
import type { AirNews } from '#lib/rundown/on-air.server.ts'
import { type Line, patched } from '#lib/rundown/patch.ts'
import type { RundownState } from '#lib/rundown/rundown.server.ts'
import { type Answer, type Away, type Clash, EditQueue, type Refused } from './edit-queue.ts'
import { EditShelf } from './edit-shelf.ts'
import { randomId } from './random-id.ts'
import { followRundown } from './rundown-stream.ts'
import { ServerClock } from './server-clock.ts'

export type { Clash, Refused } from './edit-queue.ts'

export type LiveView = {
  /** What the server has, with what this person has just asked for. */
  lines: readonly Line[]
  facts: RundownState['facts']
  version: number
  /** Lines with a change of this person's that is not stored yet. */
  unsaved: ReadonlySet<string>
  /** Changes that are not stored yet; `isOnline` says whether that is for want of a network. */
  pending: number
  /** Of those, the first that cannot be shown before the server has done it. */
  underWay: Unforeseen | null
  isOnline: boolean
  /** The session has ended: what is asked waits until the person has signed in again. */
  isSignedOut: boolean
  here: readonly Presence[]
  clash: Clash | null
  /** The latest change, by whoever. */
  latest: Told | null
}

const SAY_HERE_MS = 20_000
/** Whoever runs over lines with the arrows is on none of them yet. */
const STAND_MS = 250
/** How long a change that came out of order waits for those before it. */
const PATIENCE_MS = 1_000

/**
 * One screen's rundown, kept equal to the server's by its stream of changes. Edits show at once and are sent one
 * after the other; with a `memberId` those that are not stored yet are kept on the device.
 */
export class LiveRundown {
  readonly clock = new ServerClock()
  readonly tab = randomId()
  private readonly at: string
  private readonly queue: EditQueue
  private stored: RundownState
  private readonly early = new Map<number, Told>()
  private away: Away = null
  private here = new Map<string, Presence>()
  private latest: Told | null = null
  private readonly watchers = new Set<() => void>()
  private readonly airWatchers = new Set<(news: AirNews) => void>()
  private readonly refusals = new Set<(refused: Refused) => void>()
  private unfollow: (() => void) | null = null
  private isFetching = false
  private lineId: string | null = null
  private standing: ReturnType<typeof setTimeout> | undefined
  private view: LiveView

  constructor(episodeId: string, state: RundownState, memberId: string | null = null) {
    this.at = `/api/episodes/${episodeId}`
    this.stored = state
    this.queue = new EditQueue(
      {
        lines: () => this.stored.lines,
        version: () => this.stored.version,
        send: (asked) => this.call('PATCH', 'rundown', asked).catch(() => null),
        take: (told) => this.take(told),
        replace: (line) => this.replace(line),
        reach: (away) => this.reach(away),
        refuse: (refused) => this.refusals.forEach((hear) => void hear(refused)),
        changed: () => this.changed(),
      },
      new EditShelf(memberId && `${episodeId}:${memberId}`),
    )
    this.view = this.look()
  }

  /** Follows the server until the returned function is called. */
  open(): () => void {
    void this.measureClock()
    this.follow()
    this.queue.restore()
    const timer = setInterval(() => this.sayHere(), SAY_HERE_MS)
    this.sayHere()
    const leave = () => this.sayHere(true)
    const back = () => this.queue.wake()
    window.addEventListener('pagehide', leave)
    window.addEventListener('online', back)
    return () => {
      window.removeEventListener('pagehide', leave)
      window.removeEventListener('online', back)
      leave()
      this.unfollow?.()
      this.unfollow = null
      clearInterval(timer)
      clearTimeout(this.standing)
    }
  }

  watch = (watcher: () => void): (() => void) => {
    this.watchers.add(watcher)
    return () => this.watchers.delete(watcher)
  }

  read = (): LiveView => this.view

  /** Hears what is done on air, as the server tells it; `missed` each time the stream opens. */
  watchAir(watcher: (news: AirNews) => void): () => void {
    this.airWatchers.add(watcher)
    return () => this.airWatchers.delete(watcher)
  }

  /** Hears of edits that the server refused: what the person asked for is no longer shown. */
  watchRefusals(watcher: (refused: Refused) => void): () => void {
    this.refusals.add(watcher)
    return () => this.refusals.delete(watcher)
  }

  /** Shows the edit at once, and sends it. `seen` is the line as it was when the person began to write, if not now. */
  ask(edit: Edit, seen?: Line) {
    const line = edit.do === 'set' ? (seen ?? this.view.lines.find(({ id }) => id === edit.id)) : null
    this.queue.ask(edit, line ?? null)
  }

  /** Answers a clash: `mine` writes over what somebody else wrote. */
  settle(choice: 'mine' | 'theirs') {
    this.queue.settle(choice)
  }

  /** Says on which line this person is. */
  standOn(lineId: string | null) {
    if (lineId === this.lineId) return
    this.lineId = lineId
    clearTimeout(this.standing)
    this.standing = setTimeout(() => this.sayHere(), STAND_MS)
  }

  private follow() {
    this.unfollow?.()
    this.unfollow = followRundown(this.at, this.stored.version, {
      hello: (here) => {
        this.here = new Map(here.map((who) => [who.tab, who]))
        this.reach(null)
        this.queue.wake()
        // Deeds are not numbered as changes are: what was done meanwhile is read again.
        this.tellAir({ missed: true })
        this.changed()
      },
      change: (told) => this.take(told),
      facts: (news) => this.learn(news),
      here: (who) => this.meet(who),
      air: (news) => this.tellAir(news),
      beat: (now) => this.clock.doubts(now) && void this.measureClock(),
      reset: () => void this.fetchWhole(),
      lost: () => this.reach(this.away ?? 'network'),
    })
  }

  private tellAir(news: AirNews) {
    for (const watcher of this.airWatchers) watcher(news)
  }

  private take(told: Told) {
    if (told.version <= this.stored.version) return
    this.early.set(told.version, told)
    this.takeEarly()
    if (this.early.size > 0) setTimeout(() => this.early.size > 0 && void this.fetchWhole(), PATIENCE_MS)
    this.changed()
  }

  private takeEarly() {
    for (let told = this.next(); told; told = this.next()) {
      this.early.delete(told.version)
      this.stored = {
        version: told.version,
        lines: patched(this.stored.lines, told.steps),
        facts: {
          stories: { ...this.stored.facts.stories, ...told.facts.stories },
          clips: { ...this.stored.facts.clips, ...told.facts.clips },
        },
      }
      this.latest = told
    }
  }

  private next() {
    return this.early.get(this.stored.version + 1)
  }

  private async fetchWhole() {
    if (this.isFetching) return
    this.isFetching = true
    const answer = await this.call('GET', 'rundown').catch(() => null)
    this.isFetching = false
    if (!answer?.ok) {
      this.reach(answer?.status === 401 ? 'session' : 'network')
      if (this.unfollow) setTimeout(() => void this.fetchWhole(), 3 * PATIENCE_MS)
      return
    }
    const { now, ...state } = answer.body as RundownState & { now: number }
    if (state.version >= this.stored.version) this.stored = state
    for (const version of this.early.keys()) if (version <= this.stored.version) this.early.delete(version)
    this.takeEarly()
    this.changed()
    if (this.unfollow) this.follow()
  }

  private replace(line: Line) {
    const lines = this.stored.lines.map((one) => (one.id === line.id ? line : one))
    this.stored = { ...this.stored, lines }
  }

  private learn(news: FactsNews) {
    const facts = withNews(this.stored.facts, news)
    if (facts === this.stored.facts) return
    this.stored = { ...this.stored, facts }
    this.changed()
  }

  private meet(who: Presence) {
    if (who.tab === this.tab) return
    if (who.gone) this.here.delete(who.tab)
    else this.here.set(who.tab, who)
    this.changed()
  }

  private sayHere(gone = false) {
    const body = JSON.stringify({ tab: this.tab, line: this.lineId, ...(gone ? { gone: true } : {}) })
    const headers = { 'Content-Type': 'application/json' }
    void fetch(`${this.at}/rundown/here`, { method: 'POST', headers, body, keepalive: gone }).catch(
      () => null,
    )
  }

  private async measureClock() {
    for (let n = 0; n < 5; n++) await this.call('GET', 'clock').catch(() => null)
  }

  private async call(method: string, what: string, asked?: unknown): Promise<Answer> {
    const sentAt = Date.now()
    const response = await fetch(`${this.at}/${what}`, {
      method,
      ...(asked === undefined
        ? {}
        : { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(asked) }),
    })
    const body: unknown = await response.json()
    if (typeof body === 'object' && body && 'now' in body && typeof body.now === 'number')
      this.clock.observe(sentAt, body.now)
    return { ok: response.ok, status: response.status, body }
  }

  private reach(away: Away) {
    if (away === this.away) return
    this.away = away
    this.changed()
  }

  private changed() {
    this.view = this.look()
    for (const watcher of this.watchers) watcher()
  }

  private look(): LiveView {
    const touched = this.queue.pending.flatMap(({ edit }) => {
      if (edit.do === 'set') return [edit.id]
      if (edit.do === 'move') return edit.lines.map(({ id }) => id)
      return edit.do === 'add' ? edit.lines.flatMap(({ id }) => id ?? []) : []
    })
    return {
      lines: this.queue.shown(this.stored.lines),
      facts: this.stored.facts,
      version: this.stored.version,
      unsaved: new Set(touched),
      pending: this.queue.pending.length,
      underWay: firstUnforeseen(this.queue.pending.map(({ edit }) => edit)),
      isOnline: this.away !== 'network',
      isSignedOut: this.away === 'session',
      here: [...this.here.values()].filter(({ tab }) => tab !== this.tab),
      clash: this.queue.clash,
      latest: this.latest,
    }
  }
}
