import { type RefObject, useEffect } from 'react'

/** Brings a listener back to where they stopped, from this device's memory alone. No key, no memory. */
export function useResume(
  audio: RefObject<HTMLAudioElement | null>,
  key: string | undefined,
  length: number,
): void {
  useEffect(() => {
    const element = audio.current
    if (!element || !key) return
    const name = `reprise:${key}`
    const kept = Number(readKept(name)) || 0
    if (kept > 0) element.currentTime = kept
    const keep = () =>
      writeKept(name, worthKeeping(element.currentTime, length) ? Math.floor(element.currentTime) : null)
    element.addEventListener('timeupdate', keep)
    return () => element.removeEventListener('timeupdate', keep)
  }, [audio, key, length])
}

/** The first and last moments, in seconds, are not worth coming back to. */
function worthKeeping(at: number, length: number): boolean {
  return at >= 15 && at <= length - 15
}

/** A browser that forbids storage only means starting from the beginning. */
function readKept(name: string): string | null {
  try {
    return localStorage.getItem(name)
  } catch {
    return null
  }
}

function writeKept(name: string, at: number | null): void {
  try {
    if (at === null) localStorage.removeItem(name)
    else localStorage.setItem(name, String(at))
  } catch {
    return
  }
}
