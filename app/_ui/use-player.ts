import { type RefObject, useRef } from 'react'
import { type Playing, useAudio } from './use-audio.ts'

/** A sound to play, and what can be done with it. */
export type PlayerHold = {
  audio: RefObject<HTMLAudioElement | null>
  state: Playing
  /** To a moment, in seconds; what lies outside the sound is brought to its ends. */
  seek: (at: number) => void
  toggle: () => void
  /** From a moment, in seconds. */
  playFrom: (at: number) => void
  /** Asks for the sound again, from where it stopped. */
  retry: () => void
}

/** Holds an audio element. `length` in seconds is what is known of it before it is asked for. */
export function usePlayer(length: number): PlayerHold {
  const audio = useRef<HTMLAudioElement>(null)
  const state = useAudio(audio, length)
  // A refusal to play shows as the element's own error.
  const play = () => audio.current?.play().catch(() => undefined)
  const seek = (at: number) => {
    const { current } = audio
    if (!current) return
    current.currentTime = Math.min(Math.max(0, at), state.length)
    // Before anything of the sound is here the element says nothing of it.
    if (current.readyState === 0) current.dispatchEvent(new Event('timeupdate'))
  }
  const retry = () => {
    const { current } = audio
    if (!current) return
    const at = state.at
    current.load()
    current.currentTime = at
    void play()
  }
  const toggle = () => {
    if (state.failed) retry()
    else if (state.playing) audio.current?.pause()
    else void play()
  }
  const playFrom = (at: number) => {
    seek(at)
    if (!state.playing) toggle()
  }
  return { audio, state, seek, toggle, playFrom, retry }
}
