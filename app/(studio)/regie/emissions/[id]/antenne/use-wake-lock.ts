'use client'
import { useEffect } from 'react'

/** Keeps the screen lit while `isNeeded`; the browser lets go whenever the page is hidden, and we ask again. */
export function useWakeLock(isNeeded: boolean) {
  useEffect(() => {
    if (!isNeeded || !('wakeLock' in navigator)) return
    let held: WakeLockSentinel | null = null
    let isOver = false
    const ask = async () => {
      if (document.visibilityState !== 'visible') return
      // Refused on a low battery: the screen then goes dark as it always does.
      const lock = await navigator.wakeLock.request('screen').catch(() => null)
      if (isOver) await lock?.release()
      else held = lock
    }
    void ask()
    document.addEventListener('visibilitychange', ask)
    return () => {
      isOver = true
      document.removeEventListener('visibilitychange', ask)
      void held?.release()
    }
  }, [isNeeded])
}
