import type { CreditedPerson, PublishedStory } from '#lib/db/schema.ts'

/** A page that a member asked for. `name` is as they wish to be called there, `memberName` as they are credited. */
export type MemberPage = {
  memberId: string
  slug: string
  name: string
  words: string
  memberName: string
  /** No other member has this first name. */
  isOnlyOne: boolean
}

type Credits = {
  persons: readonly CreditedPerson[]
  stories: readonly Pick<PublishedStory, 'authorId'>[]
}

/** Whether a member is credited in an episode: as the author of what is heard, else by a name that only they have. */
export function isCredited(
  { memberId, memberName, isOnlyOne }: MemberPage,
  { persons, stories }: Credits,
): boolean {
  return (
    stories.some(({ authorId }) => authorId === memberId) ||
    (isOnlyOne && persons.some(({ name }) => sameName(name, memberName)))
  )
}

/** The page of somebody who is named in an episode's credits; null for who asked for none. */
export function pageOf(name: string, pages: readonly MemberPage[], credits: Credits): MemberPage | null {
  return pages.find((page) => sameName(page.memberName, name) && isCredited(page, credits)) ?? null
}

/** The address of a member's page, as a path. */
export const memberPath = (slug: string) => `/voix/${slug}`

function sameName(a: string, b: string): boolean {
  return a.trim().toLocaleLowerCase('fr') === b.trim().toLocaleLowerCase('fr')
}
