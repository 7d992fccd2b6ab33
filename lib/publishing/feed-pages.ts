/** Above, apps and directories give up: a long history goes on further pages (RFC 5005). */
export const feedMaxBytes = 5_000_000

/** Where a page stands among the others; absolute addresses. */
export type PageLinks = { self: string; first: string; last: string; previous?: string; next?: string }

/** The address of a page: the first one is the feed itself, older ones are counted from 2. */
export const feedPageUrl = (feedUrl: string, page: number) =>
  page === 1 ? feedUrl : `${feedUrl}?page=${page}`

/** The links of page `page` of `pages`, both counted from 1. `next` is older. */
export function pageLinks(feedUrl: string, page: number, pages: number): PageLinks {
  const at = (number: number) => feedPageUrl(feedUrl, number)
  return {
    self: at(page),
    first: at(1),
    last: at(pages),
    ...(page > 1 ? { previous: at(page - 1) } : {}),
    ...(page < pages ? { next: at(page + 1) } : {}),
  }
}

/**
 * Cuts a list, newest first, into pages of at most `maxBytes`, each thing on one of them. The oldest are put away in
 * pages half that size, so that what lies on a page stays on it until the newest page is full again, and the
 * newest page, all that many apps read, is never less than about half full.
 */
export function cutPages<T>(newestFirst: readonly T[], bytesOf: (one: T) => number, maxBytes: number): T[][] {
  const older: T[][] = []
  const rest = newestFirst.map((one) => ({ one, bytes: bytesOf(one) }))
  let left = rest.reduce((sum, { bytes }) => sum + bytes, 0)
  while (left > maxBytes && rest.length > 1) {
    const page: T[] = []
    for (let room = maxBytes / 2; rest.length > 1; ) {
      const oldest = rest.at(-1)
      // One that is larger than a page still has to lie somewhere.
      if (!oldest || (oldest.bytes > room && page.length > 0)) break
      rest.pop()
      page.unshift(oldest.one)
      room -= oldest.bytes
      left -= oldest.bytes
    }
    older.unshift(page)
  }
  return [rest.map(({ one }) => one), ...older]
}
