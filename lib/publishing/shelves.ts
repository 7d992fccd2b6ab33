import type { PublishedStory } from '#lib/db/schema.ts'
import type { ListEntry, ListName } from '#lib/episode/show.server.ts'
import { rubricPath } from './addresses.ts'

/** By what listeners follow a subject. */
export type ShelfKind = 'rubric' | 'theme' | 'house'
/** A rubric, a theme or a house, as listeners follow it. */
export type Shelf = { kind: ShelfKind; id: string; slug: string; name: string }

const shelfPaths: Record<ShelfKind, (slug: string) => string> = {
  rubric: rubricPath,
  theme: (slug) => `/themes/${slug}`,
  house: (slug) => `/les-maisons/${slug}`,
}

/** The public address of a rubric, a theme or a house, as a path. */
export const shelfPath = (kind: ShelfKind, slug: string) => shelfPaths[kind](slug)

/** Houses have addresses of their names; two that would have the same one are told apart by their order. */
export function houseAddresses<T extends { id: string; slug: string; name: string }>(houses: readonly T[]) {
  return houses.map(({ id, slug, name }, at) => {
    const before = houses.slice(0, at).filter((other) => other.slug === slug).length
    return { id, name, slug: before === 0 ? slug : `${slug}-${before + 1}` }
  })
}

/** All of the show's lists in the order of the settings. */
export function shelvesOf({ rubrics, themes, houses }: Record<ListName, readonly ListEntry[]>): Shelf[] {
  return [
    ...rubrics.map(({ id, slug, name }) => ({ kind: 'rubric' as const, id, slug, name })),
    ...themes.map(({ id, slug, name }) => ({ kind: 'theme' as const, id, slug, name })),
    ...houseAddresses(houses).map((house) => ({ kind: 'house' as const, ...house })),
  ]
}

/** Under what an episode as a whole can be found: each once, in the order in which it is heard. */
export function filedUnder(stories: readonly PublishedStory[]) {
  const rubrics = new Map(
    stories.flatMap(({ rubricSlug, rubric }) => (rubricSlug ? [[rubricSlug, rubric]] : [])),
  )
  const themes = new Map(stories.flatMap(({ themes = [] }) => themes.map(({ slug, name }) => [slug, name])))
  return {
    rubrics: [...rubrics].map(([slug, name]) => ({ slug, name })),
    themes: [...themes].map(([slug, name]) => ({ slug, name })),
    houseIds: [...new Set(stories.flatMap(({ houseId }) => houseId ?? []))],
  }
}
