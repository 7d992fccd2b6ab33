import type { EpisodeSound } from '#app/_public/episode-sounds.ts'
import type { Chapter } from '#app/_ui/player-chapters.tsx'
import type { Milliseconds } from '#lib/time/duration.ts'

/** Where sounds and their notes are kept; `public/garde.js` reads it too. */
export const SHELF = 'bobine-ecoute-sons'

/** All that is needed to play an episode without network, beside the sound itself. */
export type KeptEpisode = {
  guid: string
  title: string
  show: string
  /** Of its page, and of its picture. */
  path: string
  picture: string
  durationMs: Milliseconds
  chapters: readonly Chapter[]
  /** The copy that is kept. */
  sound: EpisodeSound
}

/** The lighter copy is enough to listen on the way; the smallest of all is not played everywhere. */
export function soundToKeep(sounds: readonly [EpisodeSound, ...EpisodeSound[]]): EpisodeSound {
  return sounds.find(({ kind }) => kind === 'light') ?? sounds[0]
}
