import { type RefObject, useEffect, useEffectEvent, useRef, useState } from 'react'
import { fadeAt, partAt, playedMs, playsFrom } from '#lib/sound/cutting.ts'
import type { Part } from '#lib/sound/edit.ts'
import { openGain } from './sound-gain.ts'

type Heard = { parts: readonly Part[]; fadeInMs: number; fadeOutMs: number; gainDb: number }

export type PartPlayer = {
  atMs: number
  isPlaying: boolean
  hasFailed: boolean
  toggle: () => void
  seek: (atMs: number) => void
}

/** Plays only what is kept of a sound, with its fades and its gain; the place may be anywhere in the sound. */
export function usePartPlayer(media: RefObject<HTMLAudioElement | null>, heard: Heard): PartPlayer {
  const [atMs, setAt] = useState(0)
  const [isPlaying, setPlaying] = useState(false)
  const [hasFailed, setFailed] = useState(false)
  const gain = useRef<ReturnType<typeof openGain> | null>(null)
  useEffect(() => () => gain.current?.close(), [])

  const seek = (to: number) => {
    if (media.current) media.current.currentTime = to / 1000
    setAt(to)
  }
  /** The place has moved by playing: on to the next part, or stop. */
  const follow = useEffectEvent(() => {
    const element = media.current
    if (!element || element.paused || element.seeking) return
    const at = element.currentTime * 1000
    const next = nextPlace(heard.parts, atMs, at)
    if (next === null) {
      element.pause()
      return setAt(heard.parts.at(-1)?.endMs ?? at)
    }
    if (next !== at) element.currentTime = next / 1000
    gain.current?.set(volumeAt(heard, next))
    setAt(next)
  })
  useEffect(() => {
    if (!isPlaying) return
    let frame = requestAnimationFrame(function tick() {
      follow()
      frame = requestAnimationFrame(tick)
    })
    return () => cancelAnimationFrame(frame)
  }, [isPlaying])
  const back = useEffectEvent((element: HTMLAudioElement) => {
    element.currentTime = atMs / 1000
  })
  useEffect(() => {
    const element = media.current
    if (!element) return
    const look = () => {
      setPlaying(!element.paused && !element.ended)
      setFailed(element.error !== null)
    }
    // Another copy of the sound has come, before or after its clean-up: the place stays.
    const stay = () => back(element)
    const events = ['play', 'pause', 'ended', 'emptied', 'error'] as const
    for (const name of events) element.addEventListener(name, look)
    element.addEventListener('loadedmetadata', stay)
    return () => {
      element.removeEventListener('loadedmetadata', stay)
      for (const name of events) element.removeEventListener(name, look)
    }
  }, [media])

  const toggle = () => {
    const element = media.current
    if (!element) return
    if (isPlaying) return element.pause()
    const from = playsFrom(heard.parts, atMs) ?? heard.parts[0]?.startMs ?? 0
    gain.current ??= openGain(element)
    gain.current.set(volumeAt(heard, from))
    seek(from)
    element.play().catch(() => setFailed(element.error !== null))
  }
  return { atMs, isPlaying, hasFailed, toggle, seek }
}

/** Where playing is, when it was at `before` and the element has come to `at`; null once all is heard. */
function nextPlace(parts: readonly Part[], before: number, at: number): number | null {
  const index = partAt(parts, before)
  const part = parts[index]
  if (!part) return playsFrom(parts, at)
  if (at < part.endMs) return at
  return parts[index + 1]?.startMs ?? null
}

function volumeAt({ parts, gainDb, ...fades }: Heard, atMs: number): number {
  const lengthMs = parts.reduce((sum, { startMs, endMs }) => sum + endMs - startMs, 0)
  return fadeAt(fades, lengthMs, playedMs(parts, atMs)) * 10 ** (gainDb / 20)
}
