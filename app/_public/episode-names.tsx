import { pieceWords } from '#lib/publishing/feed-words.ts'
import type { Publication } from '#lib/publishing/publication.ts'
import { EpisodePeople } from './episode-people.tsx'

/** Who took part, and which music. */
export function EpisodeNames({ episode }: { episode: Publication }) {
  const { persons, music } = episode
  if (persons.length + music.length === 0) return null
  return (
    <div className="grid grid-cols-1 gap-8 md:grid-cols-2">
      <EpisodePeople episode={episode} />
      {music.length > 0 && (
        <section className="grid grid-cols-1 content-start gap-3">
          <h2>Musiques</h2>
          <ul className="grid grid-cols-1 gap-1">
            {music.map(musicWords).map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}

function musicWords(piece: Publication['music'][number]): string {
  return piece.rights === 'commercial'
    ? `${pieceWords(piece)}\u00a0: à la radio, pas dans le podcast`
    : pieceWords(piece)
}
