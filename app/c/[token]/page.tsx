import type { Metadata } from 'next'
import { DoorFrame } from '#app/_door/door-frame.tsx'
import { KeyForm } from '#app/_door/key-form.tsx'
import { ButtonLink } from '#app/_ui/button-link.tsx'
import { ErrorNote } from '#app/_ui/error-note.tsx'
import { theDb } from '#lib/db/db.server.ts'
import { findKey } from '#lib/people/key.server.ts'

export const metadata: Metadata = { title: 'Entrer', robots: { index: false } }

/** A card or a link. Opening the page uses nothing up: mail scanners do it too. The button does. */
export default async function Page({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params
  const key = await findKey(theDb(), token)
  if (!key) {
    return (
      <DoorFrame title="Cette porte ne s’ouvre plus">
        <ErrorNote
          title="Ce lien ou cette carte a déjà servi, ou une carte plus récente le remplace."
          safe="Vos textes et vos sons sont toujours là."
        >
          Appelez la maison : on vous refait une carte tout de suite.
        </ErrorNote>
        <ButtonLink href="/entrer">Entrer autrement</ButtonLink>
      </DoorFrame>
    )
  }
  return (
    <DoorFrame title={key.name ? `Bonjour ${key.name}` : 'Bienvenue'}>
      <KeyForm token={token} founder={key.kind === 'founder'} />
    </DoorFrame>
  )
}
