const commons = /^cc-(by(?:-nc)?(?:-nd|-sa)?)-(\d\.\d)$/

/**
 * Where the text of a licence can be read: Creative Commons' own page in French, or `otherwise` (an absolute
 * address) for all rights reserved and licences of one's own.
 */
export function licenseUrl(id: string, otherwise: string): string {
  const [, terms, version] = commons.exec(id.toLowerCase()) ?? []
  if (terms) return `https://creativecommons.org/licenses/${terms}/${version}/deed.fr`
  return id.toLowerCase() === 'cc0-1.0'
    ? 'https://creativecommons.org/publicdomain/zero/1.0/deed.fr'
    : otherwise
}
