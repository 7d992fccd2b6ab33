'use client'
import { Download } from 'lucide-react'
import { lazy, Suspense, useEffect, useState } from 'react'
import { sizeWords } from '#app/_public/episode-sounds.ts'
import { Button } from '#app/_ui/button.tsx'
import { type KeptEpisode, SHELF } from './kept-episode.ts'

const KeepDesk = lazy(() => import('./keep-desk.tsx'))

/**
 * Offers to keep an episode for where there is no network. Absent without script, on a plain http address, and on the
 * development server, whose pieces change under the same names.
 */
export function KeepForLater({ episode }: { episode: KeptEpisode }) {
  const [use, setUse] = useState<'none' | 'offered' | 'known' | 'begun'>('none')
  useEffect(() => {
    if (process.env.NODE_ENV !== 'production' || !('serviceWorker' in navigator) || !('caches' in window))
      return
    const look = async () => setUse((await caches.has(SHELF)) ? 'known' : 'offered')
    // A browser that forbids storage has nothing to offer.
    look().catch(() => undefined)
  }, [])
  if (use === 'none') return null
  const button = (
    <Button icon={<Download />} onClick={() => setUse('begun')}>
      Garder pour plus tard, {sizeWords(episode.sound.sizeBytes)}
    </Button>
  )
  return (
    <div className="print:hidden">
      {use === 'offered' ? (
        button
      ) : (
        <Suspense fallback={button}>
          <KeepDesk episode={episode} begins={use === 'begun'} />
        </Suspense>
      )}
    </div>
  )
}
