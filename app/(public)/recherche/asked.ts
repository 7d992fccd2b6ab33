import { z } from 'zod'
import type { SearchOrder } from '#lib/publishing/search.server.ts'
import { longestQuery } from '#lib/publishing/search.ts'
import { cleanLine } from '#lib/story/clean-text.ts'

/** What an address of the search asks; whatever else it holds is asked as nothing. */
const asked = z.object({
  q: z
    .string()
    .catch('')
    .transform((typed) => cleanLine(typed.slice(0, longestQuery))),
  page: z.coerce.number().int().min(1).max(1000).catch(1),
  ordre: z.enum(['recent', 'proche']).catch('recent'),
})
export type Asked = { typed: string; page: number; order: SearchOrder }

export function readAsked(given: Record<string, string | string[] | undefined>): Asked {
  const { q, page, ordre } = asked.parse(given)
  return { typed: q, page, order: ordre === 'proche' ? 'best' : 'newest' }
}

/** The address that asks it. */
export function askedAddress({ typed, page, order }: Asked): string {
  const query = new URLSearchParams({ q: typed })
  if (order === 'best') query.set('ordre', 'proche')
  if (page > 1) query.set('page', String(page))
  return `/recherche?${query}`
}
