'use client'
import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

/** Reads the page again every few seconds while something is being prepared and somebody is looking. */
export function RefreshWhile({ active }: { active: boolean }) {
  const router = useRouter()
  useEffect(() => {
    if (!active) return
    // A refresh that fails would load the page anew, and what is being written on it with it.
    const isWorth = () => document.visibilityState === 'visible' && navigator.onLine
    const timer = setInterval(() => isWorth() && router.refresh(), 2500)
    return () => clearInterval(timer)
  }, [active, router])
  return null
}
