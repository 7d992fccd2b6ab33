import type { Metadata } from 'next'
import { PublicFrame } from '#app/_public/public-frame.tsx'
import { SearchForm } from '#app/_public/search-form.tsx'
import { ButtonLink } from '#app/_ui/button-link.tsx'
import { Mark } from '#app/_ui/mark.tsx'

export const metadata: Metadata = { title: 'Page introuvable', robots: { index: false } }

/** Nothing at this address: what one may be looking for, and where it is. */
export default function NotFound() {
  return (
    <PublicFrame>
      <div className="grid grid-cols-1 justify-items-start gap-6 py-8">
        <Mark size={120} />
        <h1>Le fil s’arrête ici</h1>
        <p className="text-lead">
          Cette page n’existe pas, n’est plus en ligne, ou n’est pas ouverte pour vous.
        </p>
        <p>
          Un numéro que vous cherchiez ? Il est peut-être dans la liste. Un lien reçu ? Il a pu être coupé.
        </p>
        <div className="w-full">
          <SearchForm isMain />
        </div>
        <div className="flex flex-wrap gap-2">
          <ButtonLink href="/emissions">Toutes les émissions</ButtonLink>
          <ButtonLink href="/">Accueil</ButtonLink>
          <ButtonLink href="/entrer">Espace des membres</ButtonLink>
        </div>
      </div>
    </PublicFrame>
  )
}
