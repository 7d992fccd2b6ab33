'use client'
import { type RefObject, useEffect, useLayoutEffect, useState } from 'react'
import { type Measured, type RollView, stillRoll, TextRoll } from './text-roll.ts'

/**
 * Rolls the text that lies in `box`. It is measured again whenever `text` changes, and when it takes another shape
 * (larger letters, a turned tablet).
 */
export function useTextRoll(
  box: RefObject<HTMLElement | null>,
  text: unknown,
): { roll: TextRoll | null; view: RollView } {
  const [view, setView] = useState<RollView>(stillRoll)
  const [roll, setRoll] = useState<TextRoll | null>(null)
  useEffect(() => {
    const element = box.current
    if (!element) return
    const made = new TextRoll(element, setView)
    setRoll(made)
    const measure = () => made.measured(measuredIn(element))
    const shapes = new ResizeObserver(measure)
    for (const one of [element, ...element.children]) shapes.observe(one)
    const scrolled = () => made.scrolled()
    element.addEventListener('scroll', scrolled, { passive: true })
    return () => {
      made.pause()
      shapes.disconnect()
      element.removeEventListener('scroll', scrolled)
    }
  }, [box])
  // biome-ignore lint/correctness/useExhaustiveDependencies: what changed is the text on the screen
  useLayoutEffect(() => {
    if (roll && box.current) roll.measured(measuredIn(box.current))
  }, [roll, box, text])
  return { roll, view }
}

/** Each block with its margin: it ends where the next one begins. */
function measuredIn(box: HTMLElement): Measured {
  const text = box.firstElementChild
  const abovePx = text ? Number.parseFloat(getComputedStyle(text).paddingTop) : 0
  const marks = [...box.querySelectorAll<HTMLElement>('[data-section]')]
  const blocks = marks.map((mark, at) => {
    const next = marks[at + 1]
    return {
      section: mark.dataset.section ?? '',
      text: mark.textContent ?? '',
      top: mark.offsetTop - abovePx,
      height: (next?.offsetTop ?? mark.offsetTop + mark.offsetHeight) - mark.offsetTop,
      readMs: Number(mark.dataset.ms),
    }
  })
  const { lineHeight, fontSize } = getComputedStyle(box)
  return { blocks, abovePx, linePx: Number.parseFloat(lineHeight) || 60, sizePx: Number.parseFloat(fontSize) }
}
