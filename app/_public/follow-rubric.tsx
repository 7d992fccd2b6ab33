import { theSite } from '#lib/machine/site.server.ts'
import { rubricFeedPath } from '#lib/publishing/addresses.ts'
import { CopyAddress } from './copy-address.tsx'

/** A rubric's own address for podcast apps. */
export function FollowRubric({ slug }: { slug: string }) {
  return (
    <section id="suivre" aria-labelledby="suivre-titre" className="mt-12 grid scroll-mt-4 grid-cols-1 gap-4">
      <h2 id="suivre-titre">Suivre cette rubrique</h2>
      <p>
        Pour ne recevoir que ces numéros dans votre application de podcasts, copiez cette adresse, puis
        collez-la là où elle demande une adresse ou un flux.
      </p>
      <CopyAddress address={theSite().baseUrl + rubricFeedPath(slug)} />
    </section>
  )
}
