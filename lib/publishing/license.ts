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

/** The licences to choose from, the most open last; `label` is said on screen. */
export const licenses: readonly { id: string; label: string }[] = [
  { id: 'arr', label: 'Tous droits réservés' },
  { id: 'cc-by-nc-nd-4.0', label: 'Partager tel quel, sans vendre (CC BY-NC-ND 4.0)' },
  { id: 'cc-by-nc-sa-4.0', label: 'Partager et adapter, sans vendre, à l’identique (CC BY-NC-SA 4.0)' },
  { id: 'cc-by-nc-4.0', label: 'Partager et adapter, sans vendre (CC BY-NC 4.0)' },
  { id: 'cc-by-nd-4.0', label: 'Partager tel quel (CC BY-ND 4.0)' },
  { id: 'cc-by-sa-4.0', label: 'Partager et adapter, à l’identique (CC BY-SA 4.0)' },
  { id: 'cc-by-4.0', label: 'Partager et adapter, en disant de qui c’est (CC BY 4.0)' },
  { id: 'cc0-1.0', label: 'Domaine public (CC0 1.0)' },
]
