import { ButtonLink } from '#app/_ui/button-link.tsx'
import { Lost } from '#app/_ui/lost.tsx'

/** Nothing here for whoever prepares the show: their places stay around it. */
export default function NotFound() {
  return (
    <Lost hint="Ce que vous cherchez a peut-être été supprimé, ou n’est ouvert qu’à la coordination.">
      <ButtonLink href="/regie" variant="primary">
        Régie
      </ButtonLink>
      <ButtonLink href="/regie/emissions">Émissions</ButtonLink>
    </Lost>
  )
}
