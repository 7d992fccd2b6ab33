'use client'
import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { dropSending, type Sending } from './sendings.ts'

/**
 * An arrived sound leaves this list once it stands in the page's own, not before: it must never seem lost. The page is
 * read again only while it `mayRefresh`: when an answer fails to come the browser leaves the page, and a take with it.
 */
export function useArrivals(sendings: readonly Sending[], shown: readonly string[], mayRefresh = true) {
  const router = useRouter()
  const arrived = sendings.filter(({ state }) => state === 'done')
  const ids = arrived.map(({ id }) => id).join(' ')
  useEffect(() => {
    if (ids === '' || !mayRefresh) return
    if (navigator.onLine) return router.refresh()
    const refresh = () => router.refresh()
    window.addEventListener('online', refresh, { once: true })
    return () => window.removeEventListener('online', refresh)
  }, [ids, mayRefresh, router])
  useEffect(() => {
    for (const { id, clipId } of arrived) if (clipId && shown.includes(clipId)) dropSending(id)
  })
}
