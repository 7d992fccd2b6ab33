'use client'
import { RotateCcw } from 'lucide-react'
import { Button } from '#app/_ui/button.tsx'
import { ButtonLink } from '#app/_ui/button-link.tsx'
import { ErrorNote } from '#app/_ui/error-note.tsx'

/** A page failed: what is safe, then what to do. */
export default function PageError({ reset }: { reset: () => void }) {
  return (
    <main id="contenu" className="page max-w-3xl py-10">
      <ErrorNote
        title="Cette page n’est pas venue. C’est de notre côté."
        safe="Ce qui était gardé l’est toujours : textes, sons, conducteur."
      >
        <Button variant="primary" icon={<RotateCcw />} onClick={reset}>
          Réessayer
        </Button>
        <ButtonLink href="/">Revenir à l’accueil</ButtonLink>
      </ErrorNote>
    </main>
  )
}
