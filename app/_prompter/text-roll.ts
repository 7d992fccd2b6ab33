'use client'
import { readingLeft, scrollSpeed } from '#lib/story/pace.ts'
import {
  endOf,
  headOf,
  type Placed,
  placeAgain,
  placeAt,
  type ReadingPlace,
} from '#lib/story/reading-place.ts'
import type { Milliseconds } from '#lib/time/duration.ts'

export type RollView = {
  isRunning: boolean
  /** Left to read in all, and in the section that is being read, at the pace that is set. */
  leftMs: Milliseconds
  sectionLeftMs: Milliseconds
  section: string | null
  /** Height of the letters as they are drawn. */
  sizePx: number
}

/** A text as it stands on the screen. `abovePx` is where the reading line lies in its window. */
export type Measured = { blocks: readonly Placed[]; linePx: number; abovePx: number; sizePx: number }

export const stillRoll: RollView = {
  isRunning: false,
  leftMs: 0,
  sectionLeftMs: 0,
  section: null,
  sizePx: 48,
}

/** How many lines ahead the speed is taken from. */
const LINES_AHEAD = 4
/** A longer stop of the clock (another tab, a busy machine) does not throw the text forward. */
const LONGEST_STEP_MS = 500
const TELL_EVERY_MS = 500
/** The browser places the text on whole pixels: less than this is no hand. */
const BY_HAND_PX = 3

/**
 * A text that rolls past a reading line: its place, its pace, and what moves it. `y` is how far the text has gone
 * past the line, in pixels. The place is known by its words, so that it stays when the text changes.
 */
export class TextRoll {
  private readonly box: HTMLElement
  private readonly calm = matchMedia('(prefers-reduced-motion: reduce)')
  private blocks: readonly Placed[] = []
  private linePx = 60
  private abovePx = 0
  private sizePx = 48
  private place: ReadingPlace | null = null
  private y = 0
  private shownY = 0
  private paceFactor = 1
  private holdAt: string | null = null
  private frame: number | null = null
  private lastAt = 0
  private toldAt = 0
  private readonly tell: (view: RollView) => void

  constructor(box: HTMLElement, tell: (view: RollView) => void) {
    this.box = box
    this.tell = tell
  }

  get isRunning() {
    return this.frame !== null
  }

  setPace(factor: number) {
    this.paceFactor = factor
    this.sayNow()
  }

  /** While it runs it does not go past the end of this section; null lets it go on to the end. */
  holdWithin(section: string | null) {
    this.holdAt = section
  }

  /** Takes the text as it stands on the screen now, and goes back to the place where one read. */
  measured({ blocks, linePx, abovePx, sizePx }: Measured) {
    this.blocks = blocks
    this.linePx = linePx
    this.abovePx = abovePx
    this.sizePx = sizePx
    if (this.place) this.moveTo(placeAgain(blocks, this.place))
    else this.keepPlace()
    this.sayNow()
  }

  start() {
    if (this.isRunning) return
    this.lastAt = performance.now()
    this.frame = requestAnimationFrame(this.step)
    this.sayNow()
  }

  pause() {
    if (this.frame !== null) cancelAnimationFrame(this.frame)
    this.frame = null
    this.sayNow()
  }

  /** Moves by lines of text, or by pages when `unit` says so. */
  by(count: number, unit: 'line' | 'page') {
    this.moveTo(this.y + count * (unit === 'line' ? this.linePx : this.pagePx))
    this.sayNow()
  }

  toHead(section: string) {
    const y = headOf(this.blocks, section)
    if (y !== null) this.moveTo(y)
    this.sayNow()
  }

  toEnd(which: 'head' | 'end') {
    this.moveTo(which === 'head' ? 0 : this.endPx)
    this.sayNow()
  }

  /** The text was moved by hand: by wheel, finger or scroll bar. */
  scrolled() {
    if (Math.abs(this.box.scrollTop - this.shownY) < BY_HAND_PX) return
    this.y = this.box.scrollTop
    this.shownY = this.y
    this.keepPlace()
    if (!this.isRunning) this.sayNow()
  }

  private step = (now: number) => {
    const passed = Math.min(LONGEST_STEP_MS, now - this.lastAt) * this.paceFactor
    this.lastAt = now
    const hold = this.holdAt === null ? null : endOf(this.blocks, this.holdAt)
    const next = this.y + passed * scrollSpeed(this.blocks, this.y, this.linePx * LINES_AHEAD)
    if (hold === null || this.y > hold) this.roll(next)
    else this.roll(Math.min(next, hold))
    if (now - this.toldAt >= TELL_EVERY_MS) this.sayNow()
    this.frame = this.y >= this.endPx ? null : requestAnimationFrame(this.step)
    if (this.frame === null) this.sayNow()
  }

  /** Who wants no motion gets the text page by page, each once the one before has been read. */
  private roll(y: number) {
    if (!this.calm.matches || y - this.shownY >= this.pagePx) this.moveTo(y)
    else {
      this.y = y
      this.keepPlace()
    }
  }

  private moveTo(y: number) {
    this.y = Math.min(Math.max(0, y), this.endPx)
    this.box.scrollTop = this.y
    this.shownY = this.box.scrollTop
    this.keepPlace()
  }

  private keepPlace() {
    this.place = placeAt(this.blocks, this.y)
  }

  private get endPx() {
    const last = this.blocks.at(-1)
    return last ? last.top + last.height : 0
  }

  /** From the reading line to the last whole line of the window. */
  private get pagePx() {
    return Math.max(this.linePx, this.box.clientHeight - this.abovePx - this.linePx)
  }

  private sayNow() {
    this.toldAt = performance.now()
    const section = this.place?.section ?? null
    const end = section === null ? 0 : (endOf(this.blocks, section) ?? 0)
    this.tell({
      isRunning: this.isRunning,
      leftMs: readingLeft(this.blocks, this.y) / this.paceFactor,
      sectionLeftMs: readingLeft(this.blocks, this.y, end) / this.paceFactor,
      section,
      sizePx: this.sizePx,
    })
  }
}
