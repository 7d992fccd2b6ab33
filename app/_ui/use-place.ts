import { type RefObject, useLayoutEffect, useRef } from 'react'
import { readKept, writeKept } from './device-memory.ts'

type Place = {
  /** The address that plays: when it changes, as for a lighter copy, the place stays. */
  src: string
  /** Seconds. */
  length: number
  /** Comes back next day at the same place, on this device alone, under this name. No key, no memory. */
  key?: string | undefined
  /** Starts here instead, in seconds. */
  startAt?: number | null
}

/**
 * Keeps a listener's place, over a change of address and until the next visit. Without this the browser begins anew.
 * Nothing is fetched before the first press.
 */
export function usePlace(audio: RefObject<HTMLAudioElement | null>, { src, length, key, startAt }: Place) {
  const place = useRef<number | null>(null)
  const playing = useRef<string | null>(null)
  // Before the browser tells of the new address: it would be taken for a jump to the beginning.
  useLayoutEffect(() => {
    const element = audio.current
    if (!element) return
    const name = key && `reprise:${key}`
    const isNew = playing.current !== src
    playing.current = src
    place.current ??= startAt ?? (Number(name && readKept(name)) || 0)
    if (isNew && place.current > 0) element.currentTime = place.current
    const keep = () => {
      place.current = element.currentTime
      if (name) writeKept(name, worthKeeping(place.current, length) ? `${Math.floor(place.current)}` : null)
    }
    element.addEventListener('timeupdate', keep)
    return () => element.removeEventListener('timeupdate', keep)
  }, [audio, src, key, length, startAt])
}

/** The first and last moments, in seconds, are not worth coming back to. */
function worthKeeping(at: number, length: number): boolean {
  return at >= 15 && at <= length - 15
}
