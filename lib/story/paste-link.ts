import { safeHref } from './clean-text.ts'

/** What follows people from page to page, and tells the reader nothing. */
const tracking =
  /^(utm_\w+|fbclid|gclid|dclid|msclkid|yclid|igshid|igsh|mc_[ce]id|_hs\w+|ref_src|s_cid|xtor|at_\w+)$/i

/** Pages that only lead on to another, and where they keep its address. */
const detours: readonly [host: RegExp, parameter: string][] = [
  [/^(www\.)?google\.[a-z.]{2,6}$/, 'q'],
  [/^(www\.)?google\.[a-z.]{2,6}$/, 'url'],
  [/^lm?\.(facebook|instagram)\.com$/, 'u'],
  [/\.safelinks\.protection\.outlook\.com$/, 'url'],
]

/**
 * The address of a link that was pasted, without detours and without what tracks its reader; null when it is none that
 * we take. `wasTracked` tells that something was taken off.
 */
export function pastedHref(href: string): { href: string | null; wasTracked: boolean } {
  const safe = safeHref(href)
  if (safe === null || !/^https?:/i.test(safe)) return { href: safe, wasTracked: false }
  const direct = withoutDetour(safe)
  const url = new URL(direct)
  const follows = [...url.searchParams.keys()].filter((name) => tracking.test(name))
  if (follows.length === 0) return { href: direct, wasTracked: direct !== safe }
  for (const name of follows) url.searchParams.delete(name)
  return { href: url.href, wasTracked: true }
}

function withoutDetour(href: string): string {
  const { hostname, pathname, searchParams } = new URL(href)
  const isDetour = pathname === '/url' || pathname === '/l.php' || pathname === '/'
  const hidden = detours
    .filter(([host]) => isDetour && host.test(hostname))
    .map(([, parameter]) => searchParams.get(parameter))
    .find((to) => to !== null && /^https?:/i.test(to) && safeHref(to) !== null)
  return hidden ?? href
}
