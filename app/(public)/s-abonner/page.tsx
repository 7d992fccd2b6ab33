import { Radio } from 'lucide-react'
import type { Metadata } from 'next'
import { CopyAddress } from '#app/_public/copy-address.tsx'
import { PublicFrame } from '#app/_public/public-frame.tsx'
import { onAirWords } from '#app/_public/show-words.ts'
import { subscribeLinks } from '#app/_public/subscribe-links.ts'
import { buttonLook } from '#app/_ui/button-look.ts'
import { PageHeader } from '#app/_ui/page-header.tsx'
import { QrCode } from '#app/_ui/qr-code.tsx'
import { theDb } from '#lib/db/db.server.ts'
import { findShow } from '#lib/episode/show.server.ts'
import { theSite } from '#lib/machine/site.server.ts'
import { feedPath } from '#lib/publishing/addresses.ts'

export const metadata: Metadata = { title: 'S’abonner' }

/** Four ways to hear the show, the radio first. */
export default async function Page() {
  const show = await findShow(theDb())
  const { baseUrl } = theSite()
  const feedUrl = baseUrl + feedPath
  const onAir = show && onAirWords(show)
  return (
    <PublicFrame at="/s-abonner">
      <PageHeader title="S’abonner" standfirst="À la radio, dans une application, ou ici. C’est gratuit." />
      <div className="grid grid-cols-1 gap-10">
        {onAir && (
          <section className="grid grid-cols-1 gap-3">
            <h2>À la radio</h2>
            <p className="flex items-start gap-3 text-lead">
              <Radio className="mt-1 text-brick" />
              <span className="min-w-0">{onAir}</span>
            </p>
          </section>
        )}
        <section className="grid grid-cols-1 gap-4">
          <h2>Dans une application</h2>
          <p>Touchez celle que vous avez : chaque nouveau numéro y arrivera tout seul.</p>
          <div className="flex flex-wrap gap-2">
            {subscribeLinks(feedUrl, show?.name ?? '').map(({ name, href }) => (
              <a key={name} href={href} className={buttonLook('secondary')}>
                {name}
              </a>
            ))}
          </div>
        </section>
        <section className="grid grid-cols-1 gap-4">
          <h2>Dans une autre application</h2>
          <p>
            Copiez cette adresse, puis collez-la dans l’application, là où elle demande une adresse ou un
            flux.
          </p>
          <CopyAddress address={feedUrl} />
        </section>
        <section className="grid grid-cols-1 gap-4">
          <h2>Sur un autre téléphone</h2>
          <p>Visez ce carré avec l’appareil photo : il ouvre cette page.</p>
          <div className="w-56 max-w-full">
            <QrCode text={`${baseUrl}/s-abonner`} label="Carré à viser pour ouvrir cette page" />
          </div>
        </section>
      </div>
    </PublicFrame>
  )
}
