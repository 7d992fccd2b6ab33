'use client'
import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { dropSending, type Sending } from './sendings.ts'

/** An arrived sound leaves this list once it stands in the page's own, not before: it must never seem lost. */
export function useArrivals(sendings: readonly Sending[], shown: readonly string[]) {
  const router = useRouter()
  const arrived = sendings.filter(({ state }) => state === 'done')
  const ids = arrived.map(({ id }) => id).join(' ')
  useEffect(() => {
    if (ids !== '') router.refresh()
  }, [ids, router])
  useEffect(() => {
    for (const { id, clipId } of arrived) if (clipId && shown.includes(clipId)) dropSending(id)
  })
}
