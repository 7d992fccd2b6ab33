import { connection } from 'next/server'
import type { ReactNode } from 'react'
import { currentLists, currentShow } from '#app/_show/current-show.ts'
import { SiteFooter } from '#app/_ui/site-footer.tsx'
import { SiteHeader } from '#app/_ui/site-header.tsx'
import { SkipLink } from '#app/_ui/skip-link.tsx'
import { onAirWords } from './show-words.ts'

const places = [
  { href: '/emissions', label: 'Émissions' },
  { href: '/s-abonner', label: 'S’abonner' },
  { href: '/participer', label: 'Participer' },
]
const ways = [
  { href: '/recherche', label: 'Chercher' },
  { href: '/rubriques', label: 'Rubriques et thèmes' },
  { href: '/les-maisons', label: 'Les maisons' },
  { href: '/voix', label: 'Les voix' },
]
const duties = [
  { href: '/hors-ligne', label: 'Gardé pour plus tard' },
  { href: '/mots-de-la-radio', label: 'Les mots de la radio' },
  { href: '/accessibilite', label: 'Accessibilité' },
  { href: '/vos-donnees', label: 'Vos données' },
  { href: '/methode', label: 'Comment nous comptons' },
  { href: '/mentions-legales', label: 'Mentions légales' },
  { href: '/entrer', label: 'Espace des membres' },
]

/** The frame of every page for listeners. `at` is the address of the page, to mark it in the menu. */
export async function PublicFrame({ at = '', children }: { at?: string; children: ReactNode }) {
  // Never made at build time, when there is no database: "not found" is one of these pages.
  await connection()
  const show = await currentShow()
  const { houses } = await currentLists()
  const name = show?.name ?? 'La Bobine'
  const onAir = show && onAirWords(show)
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink />
      <SiteHeader showName={name} links={places.map((link) => ({ ...link, current: link.href === at }))} />
      <main id="contenu" tabIndex={-1} className="page grow py-6">
        {children}
      </main>
      <SiteFooter showName={name} houses={houses.map((house) => house.name)} links={[...ways, ...duties]}>
        {onAir && <p>{onAir}</p>}
      </SiteFooter>
    </div>
  )
}
