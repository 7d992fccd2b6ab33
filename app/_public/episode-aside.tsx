import { Download, Feather, FileText, Rss } from 'lucide-react'
import { KeepForLater } from '#app/_keep/keep-for-later.tsx'
import { type KeptEpisode, soundToKeep } from '#app/_keep/kept-episode.ts'
import { ButtonLink } from '#app/_ui/button-link.tsx'
import { audioPath, episodePath, picturePath, transcriptPath } from '#lib/publishing/addresses.ts'
import { pieceWords } from '#lib/publishing/feed-words.ts'
import type { Publication } from '#lib/publishing/publication.ts'
import { EpisodePeople } from './episode-people.tsx'
import { episodeSounds } from './episode-sounds.ts'
import { FiledUnder } from './filed-under.tsx'

/** Who took part, which music, and what can be taken away. */
export function EpisodeAside({ episode, show }: { episode: Publication; show: string }) {
  const { music, vttFile, sizeBytes } = episode
  const light = episode.alternatives.find(({ kind }) => kind === 'light')
  return (
    <>
      <div className="grid grid-cols-1 gap-8 md:grid-cols-2">
        <EpisodePeople episode={episode} />
        {music.length > 0 && (
          <Names
            title="Musiques"
            lines={music.map((piece) =>
              piece.rights === 'commercial'
                ? `${pieceWords(piece)}\u00a0: à la radio, pas dans le podcast`
                : pieceWords(piece),
            )}
          />
        )}
      </div>
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

function Names({ title, lines }: { title: string; lines: readonly string[] }) {
  return (
    <section className="grid grid-cols-1 content-start gap-3">
      <h2>{title}</h2>
      <ul className="grid grid-cols-1 gap-1">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  )
}
