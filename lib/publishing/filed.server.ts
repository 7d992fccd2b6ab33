import { asc, eq, inArray } from 'drizzle-orm'
import type { Db } from '#lib/db/db.server.ts'
import { members, rubrics, stories, storyThemes, themes } from '#lib/db/schema.ts'
import type { Filed } from './snapshot.ts'

/** What stories are filed under, by story. What nobody chose is absent, so that it is frozen as nothing. */
export async function readFiled(db: Db, storyIds: readonly string[]): Promise<Map<string, Filed>> {
  if (storyIds.length === 0) return new Map()
  const rows = await db
    .select({
      id: stories.id,
      rubricSlug: rubrics.slug,
      houseId: members.houseId,
      authorId: stories.authorId,
    })
    .from(stories)
    .innerJoin(members, eq(members.id, stories.authorId))
    .leftJoin(rubrics, eq(rubrics.id, stories.rubricId))
    .where(inArray(stories.id, [...storyIds]))
  const chosen = await db
    .select({ storyId: storyThemes.storyId, slug: themes.slug, name: themes.name })
    .from(storyThemes)
    .innerJoin(themes, eq(themes.id, storyThemes.themeId))
    .where(inArray(storyThemes.storyId, [...storyIds]))
    .orderBy(asc(themes.position), asc(themes.name))
  const byStory = Map.groupBy(chosen, ({ storyId }) => storyId)
  return new Map(
    rows.map(({ id, rubricSlug, houseId, authorId }) => {
      const own = byStory.get(id)?.map(({ slug, name }) => ({ slug, name }))
      return [
        id,
        {
          authorId,
          ...(rubricSlug ? { rubricSlug } : {}),
          ...(own ? { themes: own } : {}),
          ...(houseId ? { houseId } : {}),
        },
      ]
    }),
  )
}
