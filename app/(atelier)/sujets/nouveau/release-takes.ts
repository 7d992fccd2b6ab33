import { readTakes, writeTake } from '#app/_sound/take-shelf.ts'

/** What was said for a story leaves for the radio, now that the story opens: the next page sends what is kept. */
export async function releaseTakes(memberId: string, storyId: string) {
  for (const take of await readTakes(memberId))
    if (take.storyId === storyId) await writeTake({ ...take, kept: true })
}
