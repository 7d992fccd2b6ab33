import { Radio } from 'lucide-react'
import { CopyAddress } from '#app/_public/copy-address.tsx'
import { publicFacts } from '#app/_public/public-facts.ts'
import { PublicFrame } from '#app/_public/public-frame.tsx'
import { onAirWords } from '#app/_public/show-words.ts'
import { subscribeLinks } from '#app/_public/subscribe-links.ts'
import { currentShow } from '#app/_show/current-show.ts'
import { ButtonLink } from '#app/_ui/button-link.tsx'
import { buttonLook } from '#app/_ui/button-look.ts'
import { PageHeader } from '#app/_ui/page-header.tsx'
import { QrCode } from '#app/_ui/qr-code.tsx'
import { theSite } from '#lib/machine/site.server.ts'
import { feedPath } from '#lib/publishing/addresses.ts'

const standfirst = 'À la radio, dans une application, ou ici. C’est gratuit.'

export const generateMetadata = () =>
  publicFacts({ title: 'S’abonner', description: standfirst, path: '/s-abonner' })

/** Four ways to hear the show, the radio first. */
export default async function Page() {
  const show = await currentShow()
  const { baseUrl } = theSite()
  const feedUrl = baseUrl + feedPath
  const onAir = show && onAirWords(show)
  return (
    <PublicFrame at="/s-abonner">
      <PageHeader title="S’abonner" standfirst={standfirst} />
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
          <p>
            Sur votre téléphone, touchez celle que vous avez : chaque nouveau numéro y arrivera tout seul.
            Vous n’en avez pas ? AntennaPod est libre, gratuite et sans publicité.
          </p>
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
          <p>Certaines applications savent aussi la lire dans ce carré :</p>
          <div className="w-56 max-w-full">
            <QrCode text={feedUrl} label="Carré qui contient l’adresse du podcast" />
          </div>
        </section>
        <section className="grid grid-cols-1 gap-4">
          <h2>Spotify et Deezer</h2>
          <p className="max-w-measure">
            Ces deux applications n’acceptent pas d’adresse : elles ne montrent que les émissions inscrites
            chez elles. Cherchez-y « {show?.name ?? 'La Bobine'} ». Si vous ne trouvez rien, prenez une des
            applications ci-dessus, ou écoutez ici.
          </p>
          <p>
            <ButtonLink href="/emissions">Écouter ici</ButtonLink>
          </p>
        </section>
        <section className="grid grid-cols-1 gap-4">
          <h2>Sur un autre téléphone</h2>
          <p>Visez ce carré avec l’appareil photo : il ouvre cette page.</p>
          <div className="w-56 max-w-full">
            <QrCode text={`${baseUrl}/s-abonner`} label="Carré à viser pour ouvrir cette page" />
          </div>
        </section>
      </div>
    </PublicFrame>
  )
}
