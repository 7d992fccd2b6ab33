'use client'
import type { Presence, Told } from '#lib/rundown/change.server.ts'
import type { Edit } from '#lib/rundown/edit.ts'
import { clashing, foreseen, reseen } from '#lib/rundown/foresee.ts'
import type { AirNews } from '#lib/rundown/on-air.server.ts'
import { type Line, patched } from '#lib/rundown/patch.ts'
import type { RundownState } from '#lib/rundown/rundown.server.ts'
import { randomId } from './random-id.ts'
import { ServerClock } from './server-clock.ts'

/** `asked`: on its way. `waiting`: the network is away, it is tried again. */
type Pending = { key: string; edit: Edit; seen: Line | null; state: 'asked' | 'waiting' }
/** What somebody else wrote where this person was writing too: one of the two must be chosen. */
export type Clash = { edit: Extract<Edit, { do: 'set' }>; now: Line; fields: (keyof Line)[] }
export type Refused = { reason: string; facts: Record<string, string | number> }

export type LiveView = {
  /** What the server has, with what this person has just asked for. */
  lines: readonly Line[]
  facts: RundownState['facts']
  version: number
  /** Lines with a change of this person's that is not stored yet. */
  unsaved: ReadonlySet<string>
  /** Changes that are not stored yet; `isOnline` says whether that is for want of a network. */
  pending: number
  isOnline: boolean
  here: readonly Presence[]
  clash: Clash | null
  /** The latest change by somebody else. */
  latest: Told | null
}

const FIRST_WAIT_MS = 500
const LONGEST_WAIT_MS = 10_000
const SAY_HERE_MS = 20_000

/**
 * One screen's rundown, kept equal to the server's by its stream of changes. Edits show at once and are sent one
 * after the other; what was sent but not answered is sent again under the same key, so it is done once.
 */
export class LiveRundown {
  readonly clock = new ServerClock()
  readonly tab = randomId()
  private readonly at: string
  private stored: RundownState
  private pending: Pending[] = []
  private isOnline = true
  private here = new Map<string, Presence>()
  private clash: Clash | null = null
  private latest: Told | null = null
  private readonly watchers = new Set<() => void>()
  private readonly airWatchers = new Set<(news: AirNews) => void>()
  private readonly refusals = new Set<(refused: Refused) => void>()
  private source: EventSource | null = null
  private timer: ReturnType<typeof setInterval> | null = null
  private lineId: string | null = null
  private isSending = false
  private waitMs = FIRST_WAIT_MS
  private view: LiveView

  constructor(episodeId: string, state: RundownState) {
    this.at = `/api/episodes/${episodeId}`
    this.stored = state
    this.view = this.look()
  }

  /** Follows the server until the returned function is called. */
  open(): () => void {
    void this.measureClock()
    this.follow()
    this.timer = setInterval(() => this.sayHere(), SAY_HERE_MS)
    this.sayHere()
    const leave = () => this.sayHere(true)
    window.addEventListener('pagehide', leave)
    return () => {
      window.removeEventListener('pagehide', leave)
      leave()
      this.source?.close()
      if (this.timer) clearInterval(this.timer)
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

  /** Shows the edit at once, and sends it. */
  ask(edit: Edit) {
    const seen = edit.do === 'set' ? (this.shown().find(({ id }) => id === edit.id) ?? null) : null
    this.pending.push({ key: randomId(), edit, seen, state: 'asked' })
    this.changed()
    void this.send()
  }

  /** `mine` writes over what somebody else wrote, seen as it is now. */
  settle(choice: 'mine' | 'theirs') {
    const { clash } = this
    this.clash = null
    if (clash && choice === 'mine') this.ask({ ...clash.edit, version: clash.now.version })
    else this.changed()
  }

  /** Says on which line this person is. */
  standOn(lineId: string | null) {
    if (lineId === this.lineId) return
    this.lineId = lineId
    this.sayHere()
  }

  private follow() {
    this.source?.close()
    const source = new EventSource(`${this.at}/rundown/events?since=${this.stored.version}`)
    this.source = source
    const on = (name: string, hear: (told: unknown) => void) =>
      source.addEventListener(name, (event) => hear(JSON.parse(event.data)))
    on('hello', (told) => {
      const { here } = told as { here: Presence[] }
      this.here = new Map(here.map((who) => [who.tab, who]))
      this.setOnline(true)
      // Deeds are not numbered as changes are: what was done meanwhile is read again.
      this.tellAir({ missed: true })
    })
    on('change', (told) => this.take(told as Told))
    on('here', (told) => this.meet(told as Presence))
    on('air', (told) => this.tellAir(told as AirNews))
    on('reset', () => void this.fetchWhole())
    source.addEventListener('error', () => {
      this.setOnline(false)
      if (source.readyState !== EventSource.CLOSED) return
      // The browser gives up after an answer that is no stream (a restart, a sign-out): we do not.
      setTimeout(() => this.source === source && this.follow(), 3_000)
    })
  }

  private tellAir(news: AirNews) {
    for (const watcher of this.airWatchers) watcher(news)
  }

  private take(told: Told) {
    if (told.version !== this.stored.version + 1) {
      if (told.version > this.stored.version) void this.fetchWhole()
      return
    }
    this.stored = {
      version: told.version,
      lines: patched(this.stored.lines, told.steps),
      facts: {
        stories: { ...this.stored.facts.stories, ...told.facts.stories },
        clips: { ...this.stored.facts.clips, ...told.facts.clips },
      },
    }
    this.latest = told
    this.changed()
  }

  private async fetchWhole() {
    const answer = await this.call('GET', 'rundown').catch(() => null)
    if (!answer?.ok) return
    const { now, ...state } = answer.body as RundownState & { now: number }
    if (state.version < this.stored.version) return
    this.stored = state
    this.changed()
    this.follow()
  }

  private async send() {
    if (this.isSending) return
    this.isSending = true
    try {
      for (let next = this.pending[0]; next; next = this.pending[0]) {
        const edit = reseen(next.edit, this.stored.lines) ?? next.edit
        const answer = await this.call('PATCH', 'rundown', { key: next.key, edit }).catch(() => null)
        if (!answer || answer.status >= 500) {
          await this.wait(next)
          continue
        }
        this.waitMs = FIRST_WAIT_MS
        this.pending.shift()
        if (answer.ok) this.accepted(answer.body as { told: Told | null })
        else this.refused(next, answer.status, answer.body as RefusedBody)
      }
    } finally {
      this.isSending = false
    }
  }

  private async wait(next: Pending) {
    next.state = 'waiting'
    this.setOnline(false)
    await new Promise((resolve) => setTimeout(resolve, this.waitMs))
    this.waitMs = Math.min(LONGEST_WAIT_MS, this.waitMs * 2)
  }

  private accepted({ told }: { told: Told | null }) {
    this.setOnline(true)
    if (told) this.take(told)
    this.changed()
  }

  private refused({ edit, seen }: Pending, status: number, { error, facts = {}, now }: RefusedBody) {
    if (error === 'rundown.stale' && now) {
      const fields = seen ? clashing(edit, seen, now) : []
      if (edit.do === 'set' && fields.length > 0) this.clash = { edit, now, fields }
      else {
        // Somebody changed something else of the line: both hold.
        const again = { ...edit, ...(edit.do === 'set' ? { version: now.version } : {}) } as Edit
        this.stored = {
          ...this.stored,
          lines: this.stored.lines.map((line) => (line.id === now.id ? now : line)),
        }
        this.pending.unshift({ key: randomId(), edit: again, seen: now, state: 'asked' })
      }
    } else {
      for (const hear of this.refusals) hear({ reason: status === 401 ? 'not-signed-in' : error, facts })
    }
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

  private async call(method: string, what: string, asked?: unknown) {
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

  private setOnline(isOnline: boolean) {
    if (isOnline === this.isOnline) return
    this.isOnline = isOnline
    this.changed()
  }

  private shown(): readonly Line[] {
    return this.pending.reduce<readonly Line[]>((lines, { edit }) => foreseen(lines, edit), this.stored.lines)
  }

  private changed() {
    this.view = this.look()
    for (const watcher of this.watchers) watcher()
  }

  private look(): LiveView {
    const touched = this.pending.flatMap(({ edit }) =>
      edit.do === 'set' ? [edit.id] : edit.do === 'move' ? edit.lines.map(({ id }) => id) : [],
    )
    return {
      lines: this.shown(),
      facts: this.stored.facts,
      version: this.stored.version,
      unsaved: new Set(touched),
      pending: this.pending.length,
      isOnline: this.isOnline,
      here: [...this.here.values()].filter(({ tab }) => tab !== this.tab),
      clash: this.clash,
      latest: this.latest,
    }
  }
}

type RefusedBody = { error: string; facts?: Record<string, string | number>; now?: Line }
