'use client'
import { useEffect, useEffectEvent } from 'react'

const EVERY_MS = 30_000

/**
 * Reads again every thirty seconds while somebody looks, when they look again, and at once when `key` changes. A
 * reading that fails is tried at the next turn: what is on the screen stays.
 */
export function useRefreshed(read: () => Promise<unknown>, key: string) {
  const again = useEffectEvent(() => {
    if (document.visibilityState === 'visible') void read().catch(() => null)
  })
  useEffect(() => {
    const look = () => again()
    const timer = setInterval(look, EVERY_MS)
    document.addEventListener('visibilitychange', look)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', look)
    }
  }, [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key is what asks for another reading
  useEffect(() => again(), [key])
}
