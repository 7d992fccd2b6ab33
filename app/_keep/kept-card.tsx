import { RotateCcw, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { EpisodePlayer } from '#app/_public/episode-player.tsx'
import { sizeWords } from '#app/_public/episode-sounds.ts'
import { Button } from '#app/_ui/button.tsx'
import type { KeptEpisode } from './kept-episode.ts'
import { forgetEpisode } from './kept-shelf.ts'

/** A kept episode: to hear, and to take off the device. */
export function KeptCard({ episode }: { episode: KeptEpisode }) {
  const [putBack, setPutBack] = useState<(() => Promise<void>) | null>(null)
  const forget = async () => {
    const undo = await forgetEpisode(episode)
    setPutBack(() => undo)
  }
  const undo = async () => {
    await putBack?.()
    setPutBack(null)
  }
  return (
    <article className="grid grid-cols-1 gap-3">
      <h2>{episode.title}</h2>
      {putBack ? (
        <div className="flex flex-wrap items-center gap-3">
          <p role="status">Effacé de cet appareil.</p>
          <Button icon={<RotateCcw />} onClick={() => void undo()}>
            Annuler
          </Button>
        </div>
      ) : (
        <>
          <EpisodePlayer {...episode} sounds={[episode.sound]} startAt={null} />
          <p>
            <Button variant="quiet" icon={<Trash2 />} onClick={() => void forget()}>
              Effacer de cet appareil, {sizeWords(episode.sound.sizeBytes)}
            </Button>
          </p>
        </>
      )}
    </article>
  )
}
