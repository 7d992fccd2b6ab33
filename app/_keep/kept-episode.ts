import type { EpisodeSound } from '#app/_public/episode-sounds.ts'
import type { HeardEpisode } from '#app/_public/heard-episode.ts'

/** Where sounds and their notes are kept; `public/garde.js` reads it too. */
export const SHELF = 'bobine-ecoute-sons'

/** All that is needed to play an episode without network; `sound` is the copy that is kept. */
export type KeptEpisode = HeardEpisode & { sound: EpisodeSound }

/** The lighter copy is enough to listen on the way; the smallest of all is not played everywhere. */
export function soundToKeep(sounds: readonly [EpisodeSound, ...EpisodeSound[]]): EpisodeSound {
  return sounds.find(({ kind }) => kind === 'light') ?? sounds[0]
}
