import { ButtonLink } from '#app/_ui/button-link.tsx'
import { Lost } from '#app/_ui/lost.tsx'

/** Nothing here for this member: their places stay around it. */
export default function NotFound() {
  return (
    <Lost hint="Ce que vous cherchez est peut-être à quelqu’un d’autre, ou dans la corbeille.">
      <ButtonLink href="/ma-bobine" variant="primary">
        Ma bobine
      </ButtonLink>
      <ButtonLink href="/sujets">Sujets</ButtonLink>
    </Lost>
  )
}
