'use client'
import type { Told } from '#lib/rundown/change.server.ts'
import type { Edit } from '#lib/rundown/edit.ts'
import { clashing, foreseen, reseen } from '#lib/rundown/foresee.ts'
import type { Line } from '#lib/rundown/patch.ts'
import type { EditShelf, Pending } from './edit-shelf.ts'
import { randomId } from './random-id.ts'

/** What somebody else wrote where this person was writing too: one of the two must be chosen. */
export type Clash = { edit: Extract<Edit, { do: 'set' }>; now: Line; fields: (keyof Line)[] }
export type Refused = { reason: string; facts: Record<string, string | number> }
export type Answer = { ok: boolean; status: number; body: unknown }
/** Why edits wait: the network is away, or the session has ended. */
export type Away = 'network' | 'session' | null

/** What the queue needs of the rundown that it belongs to. */
export type QueueDoor = {
  lines: () => readonly Line[]
  version: () => number
  /** Sends; null when the network is away. */
  send: (asked: { key: string; edit: Edit }) => Promise<Answer | null>
  take: (told: Told) => void
  /** The line as the server has it now, which was news. */
  replace: (line: Line) => void
  reach: (away: Away) => void
  refuse: (refused: Refused) => void
  changed: () => void
}

const FIRST_WAIT_MS = 500
const LONGEST_WAIT_MS = 10_000
type RefusedBody = { error: string; facts?: Record<string, string | number>; now?: Line }

/**
 * Edits on their way: shown at once, kept on the device, sent one after the other until each is answered. What was
 * sent but not answered is sent again under the same key, so it is done once. A clash stops the queue until the
 * person has chosen.
 */
export class EditQueue {
  private list: Pending[] = []
  /** Stored, but the rundown has not yet reached the version that has them. */
  private landing: { edit: Edit; version: number }[] = []
  private clashed: Clash | null = null
  private inFlight: Pending | null = null
  private isSending = false
  private waitMs = FIRST_WAIT_MS
  private wakeUp: (() => void) | null = null
  private readonly door: QueueDoor
  private readonly shelf: EditShelf

  constructor(door: QueueDoor, shelf: EditShelf) {
    this.door = door
    this.shelf = shelf
  }

  get pending(): readonly Pending[] {
    return this.list
  }

  get clash(): Clash | null {
    return this.clashed
  }

  /** Takes up what an earlier visit left behind. */
  restore() {
    const known = new Set(this.list.map(({ key }) => key))
    const left = this.shelf.read().filter(({ key }) => !known.has(key))
    if (left.length === 0) return
    this.list = [...left, ...this.list].toSorted((a, b) => a.order - b.order)
    this.door.changed()
    void this.send()
  }

  /** Shows the edit at once, and sends it. */
  ask(edit: Edit, seen: Line | null) {
    const last = this.list.at(-1)
    const joined = last && last !== this.inFlight && !this.clashed ? joinedEdit(last.edit, edit) : null
    if (last && joined) this.put({ ...last, edit: joined })
    else this.put({ key: randomId(), order: Math.max(Date.now(), (last?.order ?? 0) + 1), edit, seen })
    this.door.changed()
    void this.send()
  }

  /** `mine` writes over what somebody else wrote, seen as it is now; `theirs` leaves it, and keeps the rest of the edit. */
  settle(choice: 'mine' | 'theirs') {
    const [next] = this.list
    const { clashed } = this
    this.clashed = null
    if (clashed && next?.edit.do === 'set') {
      const lost: readonly string[] = choice === 'theirs' ? clashed.fields : []
      const kept = Object.entries(next.edit.fields).filter(([name]) => !lost.includes(name))
      if (kept.length === 0) this.drop(next)
      else this.put({ ...next, edit: { ...next.edit, fields: Object.fromEntries(kept) }, seen: clashed.now })
    }
    this.door.changed()
    void this.send()
  }

  /** The lines with what this person has just asked for. */
  shown(lines: readonly Line[]): readonly Line[] {
    this.landing = this.landing.filter(({ version }) => version > this.door.version())
    return [...this.landing, ...this.list].reduce<readonly Line[]>(
      (list, { edit }) => foreseen(list, edit),
      lines,
    )
  }

  /** The network is back: tries again now rather than later. */
  wake() {
    this.wakeUp?.()
  }

  private async send() {
    if (this.isSending) return
    this.isSending = true
    try {
      for (let [next] = this.list; next && !this.clashed; [next] = this.list) await this.sendOne(next)
    } finally {
      this.isSending = false
      this.inFlight = null
    }
  }

  private async sendOne(next: Pending) {
    this.clashed = clashOf(next, this.door.lines())
    if (this.clashed) return this.door.changed()
    this.inFlight = next
    const edit = reseen(next.edit, this.door.lines()) ?? next.edit
    const answer = await this.door.send({ key: next.key, edit })
    if (!answer || answer.status >= 500 || answer.status === 429) return await this.wait('network')
    if (answer.status === 401) return await this.wait('session')
    this.waitMs = FIRST_WAIT_MS
    this.door.reach(null)
    if (answer.ok) this.done(next, answer.body as { told: Told | null })
    else this.refused(next, answer.body as RefusedBody)
    this.door.changed()
  }

  private done(next: Pending, { told }: { told: Told | null }) {
    this.drop(next)
    if (!told || told.version <= this.door.version()) return
    this.landing.push({ edit: next.edit, version: told.version })
    this.door.take(told)
  }

  /** A line that is not as it was seen is looked at again: where nothing clashes, the loop sends again and both hold. */
  private refused(next: Pending, { error, facts = {}, now }: RefusedBody) {
    if (error === 'rundown.stale' && now) return this.door.replace(now)
    this.drop(next)
    this.door.refuse({ reason: error, facts })
  }

  private async wait(away: 'network' | 'session') {
    this.inFlight = null
    this.door.reach(away)
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, this.waitMs)
      this.wakeUp = () => {
        clearTimeout(timer)
        resolve()
      }
    })
    this.waitMs = Math.min(LONGEST_WAIT_MS, this.waitMs * 2)
  }

  private put(pending: Pending) {
    const isKnown = this.list.some(({ key }) => key === pending.key)
    this.list = isKnown
      ? this.list.map((one) => (one.key === pending.key ? pending : one))
      : [...this.list, pending]
    this.shelf.keep(pending)
  }

  private drop(pending: Pending) {
    this.list = this.list.filter(({ key }) => key !== pending.key)
    this.shelf.drop(pending)
  }
}

/** Two edits of the same line that both wait are one. */
function joinedEdit(last: Edit, next: Edit): Edit | null {
  if (last.do !== 'set' || next.do !== 'set' || last.id !== next.id) return null
  return { ...last, fields: { ...last.fields, ...next.fields } }
}

function clashOf({ edit, seen }: Pending, lines: readonly Line[]): Clash | null {
  if (edit.do !== 'set' || !seen) return null
  const now = lines.find(({ id }) => id === edit.id)
  const fields = now ? clashing(edit, seen, now) : []
  return now && fields.length > 0 ? { edit, now, fields } : null
}
