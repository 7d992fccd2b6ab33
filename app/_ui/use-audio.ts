import { type RefObject, useEffect, useState } from 'react'

/** Where a sound stands, in seconds. `ready` tells that the page's script runs, so our controls may show. */
export type Playing = {
  ready: boolean
  /** It has played since the page was opened. */
  started: boolean
  playing: boolean
  waiting: boolean
  failed: boolean
  at: number
  length: number
}

const heard = [
  'play',
  'playing',
  'pause',
  'timeupdate',
  'seeked',
  'durationchange',
  'waiting',
  'emptied',
  'error',
  'ended',
] as const

/** Follows an audio element. Nothing is copied that the element itself can tell. */
export function useAudio(audio: RefObject<HTMLAudioElement | null>, knownLength: number): Playing {
  const [state, setState] = useState<Playing>({
    ready: false,
    started: false,
    playing: false,
    waiting: false,
    failed: false,
    at: 0,
    length: knownLength,
  })
  useEffect(() => {
    const element = audio.current
    if (!element) return
    const look = (event?: Event) => {
      if (event?.type === 'play') hushOthers(element)
      const hasStarted = !element.paused
      const next = {
        ready: true,
        playing: !element.paused && !element.ended,
        waiting: event?.type === 'waiting',
        failed: element.error !== null,
        at: element.currentTime,
        length: Number.isFinite(element.duration) ? element.duration : knownLength,
      }
      setState(({ started }) => ({ ...next, started: started || hasStarted }))
    }
    look()
    for (const name of heard) element.addEventListener(name, look)
    return () => {
      for (const name of heard) element.removeEventListener(name, look)
    }
  }, [audio, knownLength])
  return state
}

/** Two sounds at once are a noise: starting one pauses the others. */
function hushOthers(element: HTMLAudioElement): void {
  for (const other of document.querySelectorAll('audio')) {
    if (other !== element) other.pause()
  }
}
