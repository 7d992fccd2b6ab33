import { once } from 'node:events'
import { type ClientRequest, get, type IncomingMessage } from 'node:http'
import type { Told } from '#lib/rundown/change.server.ts'
import { type Line, patched } from '#lib/rundown/patch.ts'
import type { Sender } from './studio.ts'

export type SentEvent = { id: string | null; event: string; data: unknown; bytes: number }

/** A screen without a screen: follows a rundown's events and holds its lines, as the browser's does. */
export class Follower {
  readonly events: SentEvent[] = []
  version: number
  lines: readonly Line[]
  /** When it took its latest change, by this process's own clock. */
  heldAt = 0
  hasEnded = false
  status = 0
  private readonly request: ClientRequest
  private readonly watchers = new Set<() => void>()
  private rest = ''

  /** Follows from `state` on; `lastEventId` is what a browser sends when it connects again. */
  constructor(
    url: string,
    who: Sender,
    state: { version: number; lines: readonly Line[] },
    lastEventId?: string,
  ) {
    this.version = state.version
    this.lines = state.lines
    const again = lastEventId === undefined ? {} : { 'Last-Event-ID': lastEventId }
    this.request = get(url, { headers: { ...who, ...again }, agent: false })
    this.request.on('response', (response) => this.read(response))
    this.request.on('error', () => this.end())
  }

  /** Waits until what it says holds; the test's own time limit ends it. */
  async until(holds: (follower: Follower) => boolean): Promise<void> {
    if (holds(this)) return
    await new Promise<void>((resolve) => {
      const look = () => {
        if (!holds(this)) return
        this.watchers.delete(look)
        resolve()
      }
      this.watchers.add(look)
    })
  }

  /** Until the server has greeted it: from here on it misses nothing. */
  async greeted(): Promise<this> {
    await this.until(() => this.of('hello').length > 0 || this.hasEnded)
    return this
  }

  of(event: string): SentEvent[] {
    return this.events.filter((one) => one.event === event)
  }

  /** The versions that it was told, in the order in which it was. */
  versions(): number[] {
    return this.of('change').map(({ data }) => (data as Told).version)
  }

  async leave(): Promise<void> {
    if (this.hasEnded) return
    const closed = once(this.request, 'close')
    this.request.destroy()
    await closed
  }

  private read(response: IncomingMessage) {
    this.status = response.statusCode ?? 0
    response.setEncoding('utf8')
    response.on('data', (part: string) => this.hear(part))
    response.on('close', () => this.end())
    response.on('error', () => this.end())
  }

  private hear(part: string) {
    const blocks = `${this.rest}${part}`.split('\n\n')
    this.rest = blocks.pop() ?? ''
    for (const block of blocks) this.take(block)
    for (const watcher of this.watchers) watcher()
  }

  private take(block: string) {
    const of = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1] ?? null
    const data: unknown = JSON.parse(of('data') ?? 'null')
    const event = of('event') ?? 'message'
    this.events.push({ id: of('id'), event, data, bytes: Buffer.byteLength(block) + 2 })
    if (event !== 'change') return
    const told = data as Told
    if (told.version !== this.version + 1) throw new Error(`${told.version} came after ${this.version}`)
    this.lines = patched(this.lines, told.steps)
    this.version = told.version
    this.heldAt = performance.now()
  }

  private end() {
    this.hasEnded = true
    for (const watcher of this.watchers) watcher()
  }
}
