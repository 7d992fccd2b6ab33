import { creditsByName } from '#app/_public/show-words.ts'
import { pieceWords } from '#lib/publishing/feed-words.ts'
import type { Publication } from '#lib/publishing/publication.ts'

/** Who will be named, and which pieces of music. */
export function PreviewNames({ episode: { persons, music } }: { episode: Publication }) {
  const lists = [
    {
      title: 'Avec',
      lines: creditsByName(persons).map(({ name, did }) => (did ? `${name} (${did})` : name)),
    },
    { title: 'Musiques', lines: music.map(pieceWords) },
  ].filter(({ lines }) => lines.length > 0)
  if (lists.length === 0) return null
  return (
    <div className="grid grid-cols-1 gap-8 md:grid-cols-2">
      {lists.map(({ title, lines }) => (
        <section key={title} className="grid grid-cols-1 content-start gap-3">
          <h2>{title}</h2>
          <ul className="grid grid-cols-1 gap-1">
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}
