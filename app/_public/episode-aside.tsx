import { Download, Feather, FileText, Rss } from 'lucide-react'
import { KeepForLater } from '#app/_keep/keep-for-later.tsx'
import { type KeptEpisode, soundToKeep } from '#app/_keep/kept-episode.ts'
import { ButtonLink } from '#app/_ui/button-link.tsx'
import { audioPath, episodePath, picturePath, transcriptPath } from '#lib/publishing/addresses.ts'
import type { Publication } from '#lib/publishing/publication.ts'
import { EpisodeNames } from './episode-names.tsx'
import { episodeSounds } from './episode-sounds.ts'
import { FiledUnder } from './filed-under.tsx'

/** Who took part, which music, and what can be taken away. */
export function EpisodeAside({ episode, show }: { episode: Publication; show: string }) {
  const { vttFile, sizeBytes } = episode
  const light = episode.alternatives.find(({ kind }) => kind === 'light')
  return (
    <>
      <EpisodeNames episode={episode} />
      <FiledUnder stories={episode.stories} />
      <section className="grid grid-cols-1 gap-4" aria-labelledby="emporter">
        <h2 id="emporter">Emporter</h2>
        <div className="flex flex-wrap gap-2">
          <ButtonLink href={audioPath(episode.masterId)} icon={<Download />} download>
            Télécharger le son ({megabytesOf(sizeBytes)} Mo)
          </ButtonLink>
          {light && (
            <ButtonLink href={audioPath(light.fileId)} icon={<Feather />} download>
              Version légère ({megabytesOf(light.sizeBytes)} Mo)
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
        <KeepForLater episode={toKeep(episode, show)} />
      </section>
    </>
  )
}

/** What a device keeps of it to play it without network. */
function toKeep(episode: Publication, show: string): KeptEpisode {
  const { guid, title, durationMs, chapters } = episode
  return {
    ...{ guid, title, show, durationMs },
    path: episodePath(episode.slug),
    picture: picturePath(episode.cardFile),
    chapters: chapters.map((chapter) => ({ title: chapter.title, startMs: chapter.startMs })),
    sound: soundToKeep(episodeSounds(episode)),
  }
}

const megabytesOf = (bytes: number) =>
  (bytes / 1_000_000).toLocaleString('fr-FR', { maximumFractionDigits: 1 })
