import { Download, Feather, FileText, Rss } from 'lucide-react'
import { KeepForLater } from '#app/_keep/keep-for-later.tsx'
import { soundToKeep } from '#app/_keep/kept-episode.ts'
import { ButtonLink } from '#app/_ui/button-link.tsx'
import { transcriptPath } from '#lib/publishing/addresses.ts'
import type { Publication } from '#lib/publishing/publication.ts'
import { EpisodeNames } from './episode-names.tsx'
import { episodeSounds, sizeWords } from './episode-sounds.ts'
import { FiledUnder } from './filed-under.tsx'
import { heardEpisode } from './heard-episode.ts'

/** Who took part, which music, and what can be taken away. */
export function EpisodeAside({ episode, show }: { episode: Publication; show: string }) {
  const { vttFile } = episode
  const sounds = episodeSounds(episode)
  const light = sounds.find(({ kind }) => kind === 'light')
  return (
    <>
      <EpisodeNames episode={episode} />
      <FiledUnder stories={episode.stories} />
      <section className="grid grid-cols-1 gap-4" aria-labelledby="emporter">
        <h2 id="emporter">Emporter</h2>
        <div className="flex flex-wrap gap-2">
          <ButtonLink href={sounds[0].src} icon={<Download />} download>
            Télécharger le son ({sizeWords(sounds[0].sizeBytes)})
          </ButtonLink>
          {light && (
            <ButtonLink href={light.src} icon={<Feather />} download>
              Version légère ({sizeWords(light.sizeBytes)})
            </ButtonLink>
          )}
          {vttFile && (
            <ButtonLink href={transcriptPath(vttFile, 'vtt')} icon={<FileText />} download>
              Télécharger les sous-titres
            </ButtonLink>
          )}
          <ButtonLink href="/s-abonner" icon={<Rss />}>
            S’abonner
          </ButtonLink>
        </div>
        <KeepForLater episode={{ ...heardEpisode(episode, show), sound: soundToKeep(sounds) }} />
      </section>
    </>
  )
}
