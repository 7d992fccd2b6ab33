import { Podcast } from 'lucide-react'
import { found } from '#app/_door/found.ts'
import { requireRight } from '#app/_door/session.ts'
import { RefreshWhile } from '#app/_sound/refresh-while.tsx'
import { ButtonLink } from '#app/_ui/button-link.tsx'
import { EmptyState } from '#app/_ui/empty-state.tsx'
import { Progress } from '#app/_ui/progress.tsx'
import { theDb } from '#lib/db/db.server.ts'
import { readAlignment } from '#lib/publishing/alignment.server.ts'
import { AskAlignment } from './ask-alignment.tsx'
import { SentenceDesk } from './sentence-desk.tsx'

export const metadata = { title: 'Le texte et le son' }

/** Where each sentence of the texts is heard in the podcast: found by itself, then put right by ear. */
export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireRight('workspace.enter')
  const { id } = await params
  const alignment = await found(readAlignment(theDb(), actor, id))
  const isRunning = alignment?.state === 'asked' || alignment?.state === 'running'
  return (
    <div className="grid max-w-3xl grid-cols-1 gap-8">
      <RefreshWhile active={isRunning} />
      <div className="grid grid-cols-1 gap-3">
        <h2>Le texte et le son</h2>
        <p>
          Chaque phrase est cherchée dans le podcast, pour que les sous-titres tombent juste. Ce qui n’est pas
          sûr reste sans heure : le public lit le texte, sans saut.
        </p>
      </div>
      {isRunning && (
        <Progress label="On cherche les phrases dans le son" value={alignment.progress || null} />
      )}
      {!isRunning && alignment === null && (
        <EmptyState title="Pas encore cherché" action={<AskAlignment episodeId={id} />}>
          <p>Le podcast doit être fabriqué. La recherche prend une minute ou deux.</p>
        </EmptyState>
      )}
      {alignment?.state === 'ready' && (
        <>
          <SentenceDesk
            masterId={alignment.masterId}
            sentences={alignment.sentences}
            unscripted={alignment.unscripted}
          />
          <div className="flex flex-wrap gap-3">
            <ButtonLink href={`/regie/emissions/${id}/publier`} variant="primary" icon={<Podcast />}>
              Passer à la publication
            </ButtonLink>
            <AskAlignment episodeId={id} isAgain />
          </div>
        </>
      )}
      {alignment?.state === 'failed' && (
        <EmptyState title="La recherche n’a pas abouti" action={<AskAlignment episodeId={id} />}>
          <p>Rien n’est perdu : les textes seront publiés chapitre par chapitre.</p>
        </EmptyState>
      )}
    </div>
  )
}
