import type { Metadata } from 'next'
import { DoorFrame } from '#app/_door/door-frame.tsx'
import { CodeForm } from '#app/_door/key-form.tsx'
import { ownPath } from '#app/_door/own-path.ts'
import { FormMessage } from '#app/_ui/form-message.tsx'
import { theSite } from '#lib/machine/site.server.ts'
import { MailForm } from './mail-form.tsx'

export const metadata: Metadata = { title: 'Entrer' }

/** The door for members: the card first, since most have no e-mail. */
export default async function Page({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | undefined>>
}) {
  const { suite, error, parti } = await searchParams
  const next = (typeof suite === 'string' && ownPath(suite, theSite().baseUrl)) || '/bienvenue'
  return (
    <DoorFrame title="Entrer">
      {error && (
        <FormMessage tone="error">
          Ce code ou ce lien ne marche pas. Vérifiez-le, ou appelez la maison : on refait une carte tout de
          suite.
        </FormMessage>
      )}
      {parti && (
        <FormMessage tone="ok">
          C’est fait : cet appareil n’est plus à vous. Vos textes sont gardés.
        </FormMessage>
      )}
      <section className="grid gap-3">
        <h2>Vous avez une carte</h2>
        <p>Ouvrez l’appareil photo du téléphone et visez le carré noir de la carte. C’est tout.</p>
        <CodeForm next={next} />
      </section>
      <section className="grid gap-3">
        <h2>Vous avez une adresse e-mail</h2>
        <MailForm />
      </section>
    </DoorFrame>
  )
}
