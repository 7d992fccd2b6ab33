'use client'
import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

/** Reads the page again every few seconds while something is being prepared and somebody is looking. */
export function RefreshWhile({ active }: { active: boolean }) {
  const router = useRouter()
  useEffect(() => {
    if (!active) return
    const timer = setInterval(() => {
      // Without network the browser would leave the page for its own.
      if (document.visibilityState === 'visible' && navigator.onLine) router.refresh()
    }, 2500)
    return () => clearInterval(timer)
  }, [active, router])
  return null
}
