import type { Chapter } from '#app/_ui/player-chapters.tsx'
import { episodePath, picturePath } from '#lib/publishing/addresses.ts'
import type { PublicationCard } from '#lib/publishing/publication.ts'
import type { Milliseconds } from '#lib/time/duration.ts'

/** What is told of an episode beside its sound where it is heard: on its page, and on a device that keeps it. */
export type HeardEpisode = {
  /** Under what a device remembers it, and the place one is at. */
  guid: string
  title: string
  /** Name of the show, for the telephone's own controls. */
  show: string
  /** Of its page, and of its picture. */
  path: string
  picture: string
  durationMs: Milliseconds
  chapters: readonly Chapter[]
}

export function heardEpisode(episode: PublicationCard, show: string): HeardEpisode {
  const { guid, title, slug, cardFile, durationMs } = episode
  return {
    ...{ guid, title, show, durationMs },
    path: episodePath(slug),
    picture: picturePath(cardFile),
    chapters: episode.chapters.map((chapter) => ({ title: chapter.title, startMs: chapter.startMs })),
  }
}
