import { KeyRound } from 'lucide-react'
import { ButtonLink } from '#app/_ui/button-link.tsx'
import { Mark } from '#app/_ui/mark.tsx'
import { SkipLink } from '#app/_ui/skip-link.tsx'

/** The home of a radio that nobody has named yet. */
export function NotOpenYet() {
  return (
    <>
      <SkipLink />
      <main id="contenu" tabIndex={-1} className="mx-auto grid max-w-2xl gap-6 px-gutter py-12">
        <Mark size={96} />
        <h1>Cette radio n’est pas encore ouverte</h1>
        <p className="text-lead">
          Vous l’installez ? Ouvrez le lien qui s’affiche dans la fenêtre où vous avez tapé{' '}
          <code>npm start</code>. Il crée le premier compte, celui de la coordination.
        </p>
        <p>Vous avez déjà un compte ? Entrez avec votre carte ou votre adresse.</p>
        <p>
          <ButtonLink href="/entrer" icon={<KeyRound />}>
            Entrer
          </ButtonLink>
        </p>
      </main>
    </>
  )
}
