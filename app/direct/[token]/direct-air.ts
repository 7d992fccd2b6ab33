'use client'
import { ServerClock } from '#app/_rundown/server-clock.ts'
import { Ticker } from '#app/_rundown/ticker.ts'
import { type AirView, airView, nextChange } from '#lib/rundown/air-view.ts'
import type { DirectShow } from '#lib/rundown/direct.server.ts'

export type DirectView = AirView & { zone: string; link: 'open' | 'away' | 'cut'; isRehearsal: boolean }

const TRY_AGAIN_MS = 3000

/** A show followed from outside: whole at each change, timed here by the same rules as in the studio. */
export class DirectAir {
  private show: DirectShow
  private link: DirectView['link'] = 'open'
  private view: DirectView
  private source: EventSource | null = null
  private again: ReturnType<typeof setTimeout> | null = null
  private readonly address: string
  private readonly clock = new ServerClock()
  private readonly ticker: Ticker
  private readonly watchers = new Set<() => void>()

  /** `address` is that of its stream. */
  constructor(address: string, show: DirectShow) {
    this.address = address
    this.show = show
    this.view = this.look(show.now)
    this.ticker = new Ticker(this.clock, (now) => {
      this.changed(now)
      return nextChange(this.view)
    })
  }

  open(): () => void {
    this.follow()
    const stop = this.ticker.open()
    return () => {
      stop()
      this.source?.close()
      if (this.again) clearTimeout(this.again)
    }
  }

  watch = (watcher: () => void): (() => void) => {
    this.watchers.add(watcher)
    return () => this.watchers.delete(watcher)
  }

  read = (): DirectView => this.view

  private follow() {
    const source = new EventSource(this.address)
    this.source = source
    source.addEventListener('show', (event) => {
      this.show = JSON.parse(event.data)
      this.link = 'open'
      const at = Date.now()
      this.clock.observe(at, this.show.now, at)
      this.changed()
    })
    source.addEventListener('cut', () => this.leave())
    source.addEventListener('error', () => {
      if (this.link === 'cut') return
      this.link = 'away'
      this.changed()
      if (source.readyState === EventSource.CLOSED) void this.tryAgain(source)
    })
  }

  /** The browser gives up after an answer that is no stream: a restart, or an address that opens nothing any more. */
  private async tryAgain(source: EventSource) {
    const answer = await fetch(this.address, { signal: AbortSignal.timeout(TRY_AGAIN_MS) }).catch(() => null)
    await answer?.body?.cancel()
    if (answer?.status === 404) return this.leave()
    this.again = setTimeout(() => this.source === source && this.follow(), TRY_AGAIN_MS)
  }

  private leave() {
    this.link = 'cut'
    this.source?.close()
    this.changed()
  }

  private changed(now = Math.round(this.clock.now())) {
    this.view = this.look(now)
    for (const watcher of this.watchers) watcher()
  }

  private look(now: number): DirectView {
    const { lines, log, facts, isRehearsal } = this.show
    return { ...airView(lines, log, facts, now), zone: facts.zone, link: this.link, isRehearsal }
  }
}
