'use client'
import type { LiveRundown } from '#app/_rundown/live-rundown.ts'
import { randomId } from '#app/_rundown/random-id.ts'
import { showToast } from '#app/_ui/toast-store.ts'
import type { Fields, Line } from '#lib/rundown/patch.ts'
import type { NewLine } from '#lib/rundown/rundown.server.ts'
import type { Cell } from './cell-text.ts'
import { behindWhom, between, neighbourOf, placeWords, toggled } from './line-places.ts'
import { underWayWords } from './past-words.ts'

export type DeskView = {
  /** The line that has, or last had, the focus. */
  active: string | null
  selected: ReadonlySet<string>
  /** The cell that is being written. */
  editing: { id: string; cell: Cell } | null
  /** The line that is open as a sheet. */
  open: string | null
  menu: { id: string; button: Element } | null
  /** Grows when the active line shall take the focus. */
  focusTurn: number
  /** The latest sentence for those who do not see the screen. */
  said: string
}

/** What a person does at the rundown: where they are, what they hold, and the edits they ask for. Rows never change it themselves. */
export class RundownDesk {
  /** The lines that are in sight, in order; fewer than all while a filter hides some. */
  order: readonly string[] = []
  /** Cells that can be written in the table, in order. */
  cells: readonly Cell[] = ['title', 'who', 'planned']
  private readonly live: LiveRundown
  private readonly watchers = new Set<() => void>()
  private anchor: string | null = null
  private view: DeskView = {
    active: null,
    selected: new Set(),
    editing: null,
    open: null,
    menu: null,
    focusTurn: 0,
    said: '',
  }

  constructor(live: LiveRundown) {
    this.live = live
  }

  watch = (watcher: () => void): (() => void) => {
    this.watchers.add(watcher)
    return () => this.watchers.delete(watcher)
  }

  read = (): DeskView => this.view

  stand(id: string) {
    this.live.standOn(id)
    if (id !== this.view.active) this.show({ active: id })
  }

  step(by: number, extend: boolean) {
    const from = this.order.indexOf(this.view.active ?? '')
    const to = Math.max(0, Math.min(this.order.length - 1, from + by))
    const id = this.order[to]
    if (id === undefined) return
    if (extend) this.anchor ??= this.view.active ?? id
    else this.anchor = null
    const selected =
      extend && this.anchor ? new Set(between(this.order, this.anchor, id)) : this.view.selected
    this.live.standOn(id)
    this.focus({ active: id, selected })
    if (extend) this.say(selectedWords(selected.size))
  }

  pick(id: string, how: 'toggle' | 'range') {
    const { selected, active } = this.view
    const from = this.anchor ?? active
    const next =
      how === 'range' && from
        ? new Set([...selected, ...between(this.order, from, id)])
        : toggled(selected, id)
    if (how === 'toggle') this.anchor = id
    this.show({ selected: next, active: id })
    this.say(selectedWords(next.size))
  }

  pickAll() {
    this.show({ selected: new Set(this.order) })
    this.say(selectedWords(this.order.length))
  }

  /** Lets go of what is held. */
  leave() {
    this.anchor = null
    this.show({ selected: new Set(), editing: null, menu: null })
  }

  edit(id: string, cell: Cell = 'title') {
    this.show({ active: id, editing: { id, cell } })
  }

  editNext(by: 1 | -1) {
    const { editing } = this.view
    const cell = editing && this.cells[this.cells.indexOf(editing.cell) + by]
    if (editing && cell) this.edit(editing.id, cell)
    else this.leaveCell(true)
  }

  leaveCell(keepsFocus: boolean) {
    if (keepsFocus) this.focus({ editing: null })
    else this.show({ editing: null })
  }

  openLine(id: string | null) {
    this.show({ open: id, menu: null, ...(id ? { active: id } : {}) })
  }

  openMenu(menu: DeskView['menu']) {
    this.show({ menu, ...(menu ? { active: menu.id } : {}) })
  }

  /** Those that are held, and otherwise the line `id` (or the active one): in their order. */
  held(id: string | null = this.view.active): string[] {
    const { selected } = this.view
    const ids = selected.size > 0 && (id === null || selected.has(id)) ? selected : new Set(id ? [id] : [])
    return this.order.filter((one) => ids.has(one))
  }

  set(id: string, fields: Partial<Fields>, seen?: Line) {
    const line = this.line(id)
    if (line && Object.keys(fields).length > 0)
      this.live.ask({ do: 'set', id, version: line.version, fields }, seen)
  }

  setAside(ids: readonly string[], isSkipped: boolean) {
    for (const id of ids) this.set(id, { isSkipped })
    this.say(isSkipped ? 'Mis de côté' : 'Remis dans l’émission')
  }

  moveBy(step: -1 | 1, ids = this.held()) {
    const after = behindWhom(this.order, new Set(ids), step)
    if (after !== undefined) this.moveBehind(ids, after)
    else this.say(step < 0 ? 'Déjà tout en haut' : 'Déjà tout en bas')
  }

  moveBehind(ids: readonly string[], after: string | null) {
    const lines = ids.flatMap((id) => this.line(id) ?? [])
    const [first] = lines
    if (!first) return
    this.live.ask({ do: 'move', lines: lines.map(({ id, version }) => ({ id, version })), after })
    const place = this.live.read().lines.findIndex(({ id }) => id === first.id)
    this.say(placeWords(first.title, place, lines.length))
  }

  bin(ids = this.held()) {
    const [first] = ids.flatMap((id) => this.line(id) ?? [])
    if (!first) return
    const active = neighbourOf(this.order, this.view.active ?? first.id, new Set(ids))
    this.live.ask({ do: 'bin', ids: [...ids] })
    this.anchor = null
    this.focus({ active, selected: new Set(), menu: null })
    const undo = () => ids.forEach((id) => void this.live.ask({ do: 'restore', id }))
    const text =
      ids.length === 1
        ? `« ${first.title || 'Sans titre'} » est dans la corbeille.`
        : `${ids.length} lignes sont dans la corbeille.`
    showToast({ text, undo })
  }

  duplicate(ids = this.held()) {
    if (ids.length === 0) return
    this.live.ask({ do: 'duplicate', ids: [...ids] })
    this.say(underWayWords.duplicate)
  }

  /** Adds lines behind the active one, or at the foot. */
  add(lines: readonly NewLine[]) {
    const { active } = this.view
    const named = lines.map((line) => ({ ...line, id: randomId() }))
    const after = active && this.line(active) ? { after: active } : {}
    this.live.ask({ do: 'add', lines: named, ...after })
    this.focus({ active: named[named.length - 1]?.id ?? active, selected: new Set() })
    this.say(named.length === 1 ? 'La ligne est ajoutée' : `${named.length} lignes sont ajoutées`)
  }

  revisit(what: 'undo' | 'redo') {
    this.live.ask({ do: what })
    this.say(underWayWords[what])
  }

  say(said: string) {
    // The same sentence twice is said twice: a no-break space makes it another.
    this.show({ said: said === this.view.said ? `${said}\u00a0` : said })
  }

  line(id: string): Line | undefined {
    return this.live.read().lines.find((line) => line.id === id)
  }

  private focus(change: Partial<DeskView>) {
    this.show({ ...change, focusTurn: this.view.focusTurn + 1 })
  }

  private show(change: Partial<DeskView>) {
    this.view = { ...this.view, ...change }
    for (const watcher of this.watchers) watcher()
  }
}

const selectedWords = (count: number) =>
  count === 0 ? 'Aucune ligne choisie' : count === 1 ? '1 ligne choisie' : `${count} lignes choisies`
