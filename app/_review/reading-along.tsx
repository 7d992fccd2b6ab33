'use client'
import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { type OtherHere, OthersHere } from '#app/_story/others-here.tsx'

/** Shows who else is here, and keeps the page as new as the text. Its connection is fetched after the page is read. */
export function ReadingAlong({ storyId }: { storyId: string }) {
  const router = useRouter()
  const [others, setOthers] = useState<readonly OtherHere[]>([])
  useEffect(() => {
    let leave: (() => void) | null = null
    let isGone = false
    import('./reading-session.ts')
      .then(({ readAlong }) => {
        if (!isGone) leave = readAlong(storyId, { changed: () => router.refresh(), others: setOthers })
      })
      // Without the network one reads what is here.
      .catch(() => setOthers([]))
    return () => {
      isGone = true
      leave?.()
    }
  }, [storyId, router])
  return <OthersHere others={others} />
}
