import type { PublicationCard } from '#lib/publishing/publication.ts'

/** The episodes that speak of every word typed: in title, summary, chapters, names or music. */
export function matching(episodes: readonly PublicationCard[], typed: string): PublicationCard[] {
  const words = plain(typed).split(/\s+/).filter(Boolean)
  return episodes.filter((episode) => {
    const spoken = plain(
      [
        ...[episode.title, episode.summary],
        ...episode.chapters.map((chapter) => chapter.title),
        ...episode.persons.map((person) => person.name),
        ...episode.music.flatMap((piece) => [piece.title, piece.performer]),
      ].join(' '),
    )
    return words.every((word) => spoken.includes(word))
  })
}

/** Accents and capitals do not matter to who searches on a phone. */
function plain(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
}
