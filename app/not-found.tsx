import type { Metadata } from 'next'
import { PublicFrame } from '#app/_public/public-frame.tsx'
import { SearchForm } from '#app/_public/search-form.tsx'
import { ButtonLink } from '#app/_ui/button-link.tsx'
import { Lost } from '#app/_ui/lost.tsx'

export const metadata: Metadata = { title: 'Page introuvable', robots: { index: false } }

/** Nothing at this address: what one may be looking for, and where it is. */
export default function NotFound() {
  return (
    <PublicFrame>
      <Lost
        hint="Un numéro que vous cherchiez ? Il est peut-être dans la liste. Un lien reçu ? Il a pu être coupé."
        search={<SearchForm isMain />}
      >
        <ButtonLink href="/emissions">Toutes les émissions</ButtonLink>
        <ButtonLink href="/">Accueil</ButtonLink>
        <ButtonLink href="/entrer">Espace des membres</ButtonLink>
      </Lost>
    </PublicFrame>
  )
}
