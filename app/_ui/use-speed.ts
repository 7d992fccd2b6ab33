import { type RefObject, useEffect, useState } from 'react'
import { readKept, writeKept } from './device-memory.ts'

/** Slower to understand, faster to catch up. */
export const speeds = [0.75, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2]

/** The speed of a sound, and how to choose it; with `key` this device remembers it for the next sound. */
export function useSpeed(
  audio: RefObject<HTMLAudioElement | null>,
  key?: string,
): [number, (rate: number) => void] {
  const [rate, setRate] = useState(1)
  useEffect(() => {
    const kept = key ? Number(readKept(key)) : 1
    if (speeds.includes(kept)) setRate(kept)
  }, [key])
  useEffect(() => {
    const element = audio.current
    // The default one holds when another address is loaded.
    if (element) Object.assign(element, { defaultPlaybackRate: rate, playbackRate: rate })
  }, [audio, rate])
  const choose = (chosen: number) => {
    setRate(chosen)
    if (key) writeKept(key, chosen === 1 ? null : `${chosen}`)
  }
  return [rate, choose]
}
