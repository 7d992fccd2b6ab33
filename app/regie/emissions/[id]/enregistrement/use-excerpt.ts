'use client'
import { type RefObject, useEffect, useRef, useState } from 'react'

/** Plays stretches of one sound, one at a time; `playing` is the place around which one listens. */
export function useExcerpt(src: string): {
  audio: RefObject<HTMLAudioElement | null>
  playing: number | null
  play: (fromMs: number, toMs: number, place: number) => void
  stop: () => void
} {
  const audio = useRef<HTMLAudioElement>(null)
  const [playing, setPlaying] = useState<number | null>(null)
  useEffect(() => {
    const element = audio.current
    if (!element) return
    const over = () => setPlaying(null)
    for (const name of ['pause', 'ended', 'error']) element.addEventListener(name, over)
    return () => {
      for (const name of ['pause', 'ended', 'error']) element.removeEventListener(name, over)
    }
  }, [])
  return {
    audio,
    playing,
    play(fromMs, toMs, place) {
      const element = audio.current
      if (!element) return
      for (const other of document.querySelectorAll('audio')) other.pause()
      // The browser stops by itself at the end of a media fragment.
      element.src = `${src}#t=${(fromMs / 1000).toFixed(2)},${(toMs / 1000).toFixed(2)}`
      element.play().then(
        () => setPlaying(place),
        () => setPlaying(null),
      )
    },
    stop: () => audio.current?.pause(),
  }
}
