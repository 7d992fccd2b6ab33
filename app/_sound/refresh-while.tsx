'use client'
import { useRouter } from 'next/navigation'
import { useEffect, useTransition } from 'react'

/** Reads the page again every few seconds while something is being prepared and somebody is looking. */
export function RefreshWhile({ active }: { active: boolean }) {
  const router = useRouter()
  const [pending, start] = useTransition()
  useEffect(() => {
    // On a slow machine one answer is waited for before the next is asked.
    if (!active || pending) return
    const timer = setInterval(() => {
      // Without network the browser would leave the page for its own.
      if (document.visibilityState === 'visible' && navigator.onLine) start(() => router.refresh())
    }, 2500)
    return () => clearInterval(timer)
  }, [active, pending, router])
  return null
}
