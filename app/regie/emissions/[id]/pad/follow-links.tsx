'use client'
import { type ReactNode, useEffect, useRef } from 'react'

/** Lets links with `data-at` (seconds) play the first sound inside, instead of leaving the page for the file. */
export function FollowLinks({ children }: { children: ReactNode }) {
  const inside = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const around = inside.current
    const start = (event: MouseEvent) => {
      const link = event.target instanceof Element && event.target.closest<HTMLAnchorElement>('a[data-at]')
      const audio = around?.querySelector('audio')
      // A new tab or window stays the browser's business.
      if (!link || !audio || event.metaKey || event.ctrlKey || event.shiftKey) return
      event.preventDefault()
      audio.currentTime = Number(link.dataset.at)
      audio.play().catch(() => undefined)
    }
    around?.addEventListener('click', start)
    return () => around?.removeEventListener('click', start)
  }, [])
  return (
    <div ref={inside} className="grid gap-6">
      {children}
    </div>
  )
}
