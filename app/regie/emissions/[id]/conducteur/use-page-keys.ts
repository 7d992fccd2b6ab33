'use client'
import { useEffect } from 'react'
import { pageGesture } from './grid-keys.ts'

/** Hears undo, redo and the question mark wherever one is, except where one types and where a dialog is open. */
export function usePageKeys(on: Record<'undo' | 'redo' | 'keys', () => void>) {
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      const target = event.target instanceof Element ? event.target : null
      if (event.defaultPrevented || target?.closest('input, textarea, select, [contenteditable], dialog'))
        return
      const gesture = pageGesture(event)
      if (!gesture) return
      event.preventDefault()
      on[gesture]()
    }
    window.addEventListener('keydown', hear)
    return () => window.removeEventListener('keydown', hear)
  }, [on])
}
