import type { StoryState } from '#lib/db/schema.ts'

const groups: readonly { title: string; states: readonly StoryState[] }[] = [
  { title: 'À relire', states: ['toReview'] },
  { title: 'En cours', states: ['idea', 'draft'] },
  { title: 'Prêts', states: ['ready', 'recorded'] },
  { title: 'Passés à l’antenne', states: ['aired'] },
]

/** Stories by what they wait for, empty shelves left out. */
export function shelves<S extends { state: StoryState }>(stories: readonly S[]) {
  return groups
    .map(({ title, states }) => ({ title, stories: stories.filter((story) => states.includes(story.state)) }))
    .filter((shelf) => shelf.stories.length > 0)
}
