import { eq } from 'drizzle-orm'
import { type Db, sqlState } from '#lib/db/db.server.ts'
import { storyPeople, storyThemes } from '#lib/db/schema.ts'
import { Refusal } from '#lib/machine/refusal.ts'
import { cleanLine } from './clean-text.ts'
import { storyLimits } from './document.ts'
import { longestAngle } from './form.ts'

/** A title as it is kept. Refuses `story.title-missing`, `story.title-too-long`. */
export function titleOf(typed: string): string {
  const title = cleanLine(typed)
  if (title === '') throw new Refusal('story.title-missing')
  if (title.length > storyLimits.title) throw new Refusal('story.title-too-long', { most: storyLimits.title })
  return title
}

/** A question as it is kept. Refuses `story.angle-too-long`. */
export function angleOf(typed: string): string {
  const angle = cleanLine(typed)
  if (angle.length > longestAngle) throw new Refusal('story.angle-too-long', { most: longestAngle })
  return angle
}

/** Sets the themes of a story, and with whom it is shared. Refuses `story.too-many-themes`, `story.unknown-choice`. */
export async function choose(
  tx: Db,
  storyId: string,
  themeIds: readonly string[],
  peopleIds: readonly string[],
) {
  const chosen = [...new Set(themeIds)]
  if (chosen.length > 3) throw new Refusal('story.too-many-themes', { most: 3 })
  await tx.delete(storyThemes).where(eq(storyThemes.storyId, storyId))
  await tx.delete(storyPeople).where(eq(storyPeople.storyId, storyId))
  await withKnownChoices(async () => {
    if (chosen.length > 0)
      await tx.insert(storyThemes).values(chosen.map((themeId) => ({ storyId, themeId })))
    const people = [...new Set(peopleIds)]
    if (people.length > 0)
      await tx.insert(storyPeople).values(people.map((memberId) => ({ storyId, memberId })))
  })
}

/** Runs a query; refuses `story.unknown-choice` for a rubric, theme or member that is gone, or never was one. */
export async function withKnownChoices<T>(query: () => Promise<T>): Promise<T> {
  try {
    return await query()
  } catch (error) {
    const state = sqlState(error)
    if (state === '23503' || state === '22P02')
      throw new Refusal('story.unknown-choice', {}, { cause: error })
    throw error
  }
}
