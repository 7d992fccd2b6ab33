'use client'
import type { AirState } from '#lib/rundown/air.server.ts'
import { type AirView, airView, nextChange } from '#lib/rundown/air-view.ts'
import type { AirNews } from '#lib/rundown/on-air.server.ts'
import type { LoggedDeed } from '#lib/rundown/on-air.ts'
import { planRundown } from '#lib/rundown/timing.ts'
import { timedItems } from '#lib/rundown/wall.ts'
import { DeedQueue } from './deed-queue.ts'
import { DeedStore } from './deed-store.ts'
import type { LiveRundown } from './live-rundown.ts'
import { randomId } from './random-id.ts'
import { Ticker } from './ticker.ts'

/** What one does: which line is taken, how much time is given. */
export type WantedDeed =
  | { deed: 'take'; itemId: string }
  | { deed: 'add'; ms: number }
  | { deed: 'pause' | 'resume' | 'end' }

export type LiveAirView = AirView & {
  /** Deeds of this screen that the server has not answered. */
  waiting: number
  trouble: DeedQueue['trouble']
  isOnline: boolean
  /** Why the latest deed was not kept; null when it was. */
  refused: string | null
}

/** Two people who press at the same cue mean the same line; so does a finger that bounces. */
const SAME_CUE_MS = 700

/** After every deed that the server numbered. */
const NOT_NUMBERED = Number.MAX_SAFE_INTEGER - 100_000

/**
 * The show on air on one screen: the log of the server with what was just done here, read by the same rules as
 * everywhere, ticking on the server's clock. It goes on without network; what is done meanwhile keeps its true time.
 */
export class LiveAir {
  private log: readonly LoggedDeed[]
  private facts: AirState['facts']
  private heardWhileReading: LoggedDeed[] | null = null
  private refused: string | null = null
  private view: LiveAirView
  private readonly address: string
  private readonly live: LiveRundown
  private readonly isRehearsal: boolean
  private readonly queue: DeedQueue
  private readonly ticker: Ticker
  private readonly watchers = new Set<() => void>()

  constructor(episodeId: string, state: AirState, live: LiveRundown, isRehearsal = false) {
    this.address = `/api/episodes/${episodeId}/air${isRehearsal ? '?repetition' : ''}`
    this.live = live
    this.isRehearsal = isRehearsal
    this.log = state.log
    this.facts = state.facts
    this.queue = new DeedQueue(this.address, new DeedStore(episodeId, isRehearsal), live.clock, {
      kept: (deed) => this.keep(deed),
      refused: (reason) => {
        this.refused = reason
      },
      changed: () => this.changed(),
    })
    this.view = this.look(state.now)
    this.ticker = new Ticker(live.clock, (now) => {
      this.changed(now)
      return nextChange(this.view)
    })
  }

  /** Follows the show until the returned function is called. */
  open(): () => void {
    const closers = [
      this.live.watch(() => this.changed()),
      this.live.watchAir((news) => this.hear(news)),
      this.ticker.open(),
    ]
    const hurry = () => this.queue.hurry()
    window.addEventListener('online', hurry)
    this.queue.open()
    return () => {
      window.removeEventListener('online', hurry)
      for (const close of closers) close()
    }
  }

  watch = (watcher: () => void): (() => void) => {
    this.watchers.add(watcher)
    return () => this.watchers.delete(watcher)
  }

  read = (): LiveAirView => this.view

  /** Does it here at once, and sends it. */
  do(wanted: WantedDeed) {
    const at = Math.round(this.live.clock.now())
    const { isRehearsal } = this
    this.refused = null
    const sent = { ...wanted, key: randomId(), at, isRehearsal }
    this.queue.add({ sent, shown: this.shownAs(wanted, sent.key, at) })
  }

  /** Takes the next line, unless one was taken a moment ago, here or elsewhere. */
  next() {
    const { current, next } = this.view
    if (!next || (current && this.live.clock.now() - current.takenAt < SAME_CUE_MS)) return
    this.do({ deed: 'take', itemId: next.id })
  }

  /** Forgets the rehearsal, here and everywhere. */
  async startAgain() {
    const answer = await fetch(this.address, { method: 'DELETE' }).catch(() => null)
    if (!answer?.ok) this.refused = 'away'
    this.changed()
  }

  private shownAs(wanted: WantedDeed, key: string, at: number): LoggedDeed {
    const id = NOT_NUMBERED + this.queue.waiting.length
    const bare = { id, key, at, deed: wanted.deed, itemId: null, planStart: null, title: '', plannedMs: null }
    if (wanted.deed === 'add') return { ...bare, ms: wanted.ms }
    if (wanted.deed !== 'take') return { ...bare, ms: null }
    const { lines } = this.live.read()
    const { showStart, zone } = this.facts
    const plan = planRundown(timedItems(lines, showStart, zone), showStart)
    const { itemId } = wanted
    const planned = plan.items.find(({ item }) => item.id === itemId)
    const title = lines.find((line) => line.id === itemId)?.title ?? ''
    return {
      ...{ ...bare, ms: null, itemId, title },
      planStart: planned?.start ?? null,
      plannedMs: planned?.durationMs ?? null,
    }
  }

  private hear(news: AirNews) {
    if ('deed' in news && news.isRehearsal === this.isRehearsal) this.keep(news.deed)
    else if ('forgotten' in news && this.isRehearsal) this.log = []
    else if ('missed' in news) void this.readAgain()
    this.changed()
  }

  private keep(deed: LoggedDeed) {
    this.heardWhileReading?.push(deed)
    if (!this.log.some(({ id }) => id === deed.id)) this.log = [...this.log, deed]
  }

  private async readAgain() {
    this.heardWhileReading ??= []
    const answer = await fetch(this.address).catch(() => null)
    const heard = this.heardWhileReading ?? []
    this.heardWhileReading = null
    if (!answer?.ok) return
    const state = (await answer.json()) as AirState
    this.log = state.log
    this.facts = state.facts
    for (const deed of heard) this.keep(deed)
    this.changed()
  }

  private changed(now = Math.round(this.live.clock.now())) {
    this.view = this.look(now)
    for (const watcher of this.watchers) watcher()
  }

  private look(now: number): LiveAirView {
    const keptKeys = new Set(this.log.map(({ key }) => key))
    const here = this.queue.waiting.flatMap(({ shown }) => (keptKeys.has(shown.key) ? [] : [shown]))
    const { lines, isOnline } = this.live.read()
    return {
      ...airView(lines, [...this.log, ...here], this.facts, now),
      waiting: here.length,
      trouble: this.queue.trouble,
      isOnline,
      refused: this.refused,
    }
  }
}
