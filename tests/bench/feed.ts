import { podcastFeed } from '#lib/publishing/feed.ts'
import { richEpisode, richShow } from '#tests/publishing/feed-samples.ts'
import { race } from './stopwatch.ts'

/** The feed of one season and of ten years. */
export async function benchFeed() {
  await race(
    [40, 400].map((count) => {
      const episodes = Array.from({ length: count }, (_, n) => richEpisode(n + 1))
      return { name: `feed of ${count} episodes`, run: () => podcastFeed(richShow, episodes) }
    }),
    9,
  )
}
