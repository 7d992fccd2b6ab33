'use client'
import { useEffect, useState } from 'react'
import { sizeWords } from '#app/_public/episode-sounds.ts'
import { ButtonLink } from '#app/_ui/button-link.tsx'
import { EmptyState } from '#app/_ui/empty-state.tsx'
import { startKeepWorker } from './keep-worker.ts'
import { KeptCard } from './kept-card.tsx'
import type { KeptEpisode } from './kept-episode.ts'
import { freeRoom, listKept } from './kept-shelf.ts'

/** The episodes that this device keeps, each with its player. */
export function KeptList() {
  const [kept, setKept] = useState<readonly KeptEpisode[] | null>(null)
  useEffect(() => {
    const read = async () => {
      const all = 'caches' in window ? await listKept() : []
      setKept(all)
      if ('caches' in window) await freeRoom()
      // A newer build of the page is copied while there is a network.
      if (all.length > 0) await startKeepWorker()
    }
    // What cannot be read is not there; the worker of the last visit goes on.
    read().catch(() => setKept((known) => known ?? []))
  }, [])
  if (!kept) return <p role="status">Un instant…</p>
  if (kept.length === 0) {
    return (
      <EmptyState
        title="Rien n’est gardé sur cet appareil"
        action={<ButtonLink href="/emissions">Choisir une émission</ButtonLink>}
      >
        <p>Sur la page d’une émission, touchez « Garder pour plus tard ». Elle s’écoutera ici sans réseau.</p>
      </EmptyState>
    )
  }
  const bytes = kept.reduce((sum, { sound }) => sum + sound.sizeBytes, 0)
  return (
    <div className="grid grid-cols-1 gap-8">
      {kept.map((episode) => (
        <KeptCard key={episode.guid} episode={episode} />
      ))}
      <p className="text-ink-2">{sizeWords(bytes)} en tout sur cet appareil.</p>
    </div>
  )
}
