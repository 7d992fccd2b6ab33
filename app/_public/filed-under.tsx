import { currentLists } from '#app/_show/current-show.ts'
import { ButtonLink } from '#app/_ui/button-link.tsx'
import type { PublishedStory } from '#lib/db/schema.ts'
import { filedUnder, shelfPath, shelvesOf } from '#lib/publishing/shelves.ts'

/** The rubrics, themes and houses of an episode, each leading to more of the same; those that are still there. */
export async function FiledUnder({ stories }: { stories: readonly PublishedStory[] }) {
  const under = filedUnder(stories)
  const shelves = shelvesOf(await currentLists()).filter(({ kind, id, slug }) =>
    kind === 'house'
      ? under.houseIds.includes(id)
      : (kind === 'rubric' ? under.rubrics : under.themes).some((one) => one.slug === slug),
  )
  if (shelves.length === 0) return null
  return (
    <section className="grid grid-cols-1 gap-4" aria-labelledby="de-quoi">
      <h2 id="de-quoi">De quoi on parle</h2>
      <ul className="flex flex-wrap gap-2">
        {shelves.map(({ kind, id, slug, name }) => (
          <li key={id} className="min-w-0">
            <ButtonLink href={shelfPath(kind, slug)}>{name}</ButtonLink>
          </li>
        ))}
      </ul>
    </section>
  )
}
