'use client'
import { type MouseEvent, useEffect, useRef, useState } from 'react'
import { sentenceAt } from './chosen-sentence.ts'
import { type Passage, useNotes } from './notes-context.tsx'

/** Dragging over words ends when it pauses, in milliseconds. */
const SETTLED_MS = 250

/** What somebody has chosen in a text that is read over: a touched sentence, or words that they drew over. */
export function useChosen(mayNote: boolean) {
  const { look, offer } = useNotes()
  const [chosen, choose] = useState<Passage | null>(null)
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    offer({ chosen: () => chosen, show: (note) => show(box.current, note.id) })
    return () => offer(null)
  }, [offer, chosen])
  useEffect(() => {
    if (!mayNote) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const drawn = () => {
      clearTimeout(timer)
      timer = setTimeout(() => {
        const passage = box.current && drawnOver(box.current)
        if (passage) choose(passage)
      }, SETTLED_MS)
    }
    document.addEventListener('selectionchange', drawn)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('selectionchange', drawn)
    }
  }, [mayNote])
  const onClick = (event: MouseEvent) => {
    if (!(event.target instanceof Element)) return
    const noteId = event.target.closest('[data-note]')?.getAttribute('data-note')
    if (noteId) return look(noteId)
    if (!mayNote || !document.getSelection()?.isCollapsed) return
    const passage = touched(event)
    if (passage) choose(passage)
  }
  return { chosen, choose, box, handlers: { onClick } }
}

/** Leads to the marked words of a note. */
function show(box: HTMLElement | null, noteId: string): boolean {
  const mark = box?.querySelector<HTMLElement>(`[data-note="${CSS.escape(noteId)}"]`)
  mark?.scrollIntoView({ block: 'center' })
  return mark != null
}

function touched({ clientX, clientY, target }: MouseEvent): Passage | null {
  const line = target instanceof Element ? target.closest<HTMLElement>('[data-line]') : null
  if (!line) return null
  const text = line.textContent
  return sentenceAt(Number(line.dataset.line), text, offsetAt(line, clientX, clientY))
}

/** How many letters of a line stand before a point of the screen; 0 where the browser cannot tell. */
function offsetAt(line: HTMLElement, x: number, y: number): number {
  const spot = document.caretPositionFromPoint?.(x, y)
  const range = spot ? null : document.caretRangeFromPoint?.(x, y)
  const node = spot?.offsetNode ?? range?.startContainer
  if (!node || !line.contains(node)) return 0
  return lettersBefore(line, node, spot?.offset ?? range?.startOffset ?? 0)
}

function lettersBefore(line: HTMLElement, node: Node, offset: number): number {
  const before = document.createRange()
  before.setStart(line, 0)
  before.setEnd(node, offset)
  return before.toString().length
}

/** The words drawn over, when they lie in one line. */
function drawnOver(box: HTMLElement): Passage | null {
  const selection = document.getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  const line = lineOf(range.startContainer)
  if (!line || !box.contains(line) || line !== lineOf(range.endContainer)) return null
  const from = lettersBefore(line, range.startContainer, range.startOffset)
  const quote = range.toString()
  return quote.trim() === ''
    ? null
    : { line: Number(line.dataset.line), from, to: from + quote.length, quote }
}

function lineOf(node: Node): HTMLElement | null {
  return (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>('[data-line]') ?? null
}
