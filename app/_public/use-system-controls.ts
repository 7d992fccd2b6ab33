import { type RefObject, useEffect, useRef } from 'react'
import type { SystemWords } from './media-session.ts'

type Deeds = { seek: (at: number) => void; chapter: (by: 1 | -1) => void }

/** From the first press on, the telephone's own buttons lead the sound too. */
export function useSystemControls(
  audio: RefObject<HTMLAudioElement | null>,
  isPlaying: boolean,
  words: SystemWords,
  deeds: Deeds,
) {
  const now = useRef({ words, deeds })
  useEffect(() => {
    now.current = { words, deeds }
  })
  const { title } = words
  useEffect(() => {
    const element = audio.current
    if (!element || !isPlaying || !title) return
    let giveUp: (() => void) | null = null
    let isOver = false
    const lead = async () => {
      const { leadFromSystem } = await import('./media-session.ts')
      if (isOver) return
      giveUp = leadFromSystem(element, now.current.words, {
        seek: (at) => now.current.deeds.seek(at),
        chapter: (by) => now.current.deeds.chapter(by),
      })
    }
    // Without these buttons the page's own still work.
    lead().catch(() => undefined)
    return () => {
      isOver = true
      giveUp?.()
    }
  }, [audio, isPlaying, title])
}
