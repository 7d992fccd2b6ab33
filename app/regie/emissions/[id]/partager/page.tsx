import { Podcast } from 'lucide-react'
import { found } from '#app/_door/found.ts'
import { requireRight } from '#app/_door/session.ts'
import { ButtonLink } from '#app/_ui/button-link.tsx'
import { EmptyState } from '#app/_ui/empty-state.tsx'
import { theDb } from '#lib/db/db.server.ts'
import { theSite } from '#lib/machine/site.server.ts'
import { readAudiograms } from '#lib/publishing/audiogram.server.ts'
import { readShareKit } from '#lib/publishing/share-kit.server.ts'
import { CopyText } from './copy-text.tsx'
import { Films } from './films.tsx'
import { ShareFiles } from './share-files.tsx'

export const metadata = { title: 'Partager' }

/** What helps to make a published episode known. */
export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireRight('workspace.enter')
  const { id } = await params
  const kit = await found(readShareKit(theDb(), actor, id, theSite().baseUrl))
  if (!kit) return <NotYet episodeId={id} />
  const films = await readAudiograms(theDb(), actor, id)
  return (
    <div className="grid max-w-3xl grid-cols-1 gap-10">
      <section className="grid grid-cols-1 gap-6" aria-labelledby="textes">
        <h2 id="textes">Un texte à envoyer</h2>
        <CopyText title="Très court" hint="Pour un SMS." text={kit.texts.short} />
        <CopyText title="Court" hint="Pour un message ou une publication." text={kit.texts.medium} />
        <CopyText
          title="Complet"
          hint="Pour un courriel ou une lettre d’information."
          text={kit.texts.long}
        />
      </section>
      <ShareFiles episodeId={id} />
      <section className="grid grid-cols-1 gap-4" aria-labelledby="site">
        <h2 id="site">Sur un autre site</h2>
        <CopyText
          title="Le lecteur"
          hint="Donnez ce code à la personne qui tient le site d’une maison : le numéro s’y écoutera."
          text={kit.embed}
        />
      </section>
      <Films publication={kit.publication} films={films} />
    </div>
  )
}

function NotYet({ episodeId }: { episodeId: string }) {
  return (
    <EmptyState
      title="Pas encore publié"
      action={
        <ButtonLink href={`/regie/emissions/${episodeId}/publier`} variant="primary" icon={<Podcast />}>
          Aller à la publication
        </ButtonLink>
      }
    >
      <p>Une fois le numéro en ligne, vous trouverez ici de quoi le faire connaître.</p>
    </EmptyState>
  )
}
