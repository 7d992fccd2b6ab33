import { AudioLines } from 'lucide-react'
import { Suspense } from 'react'
import { found } from '#app/_door/found.ts'
import { requireRight } from '#app/_door/session.ts'
import { momentWords } from '#app/_public/when-words.ts'
import { VoicesOnLineNote } from '#app/_rights/voices-on-line.tsx'
import { ButtonLink } from '#app/_ui/button-link.tsx'
import { FormMessage } from '#app/_ui/form-message.tsx'
import { theDb } from '#lib/db/db.server.ts'
import { theFiles } from '#lib/machine/files.server.ts'
import { findLostFiles } from '#lib/publishing/kept-files.server.ts'
import { readPreviewLinks } from '#lib/publishing/preview.server.ts'
import { type Readiness, readReadiness } from '#lib/publishing/publishing.server.ts'
import { readVoicesOnLine } from '#lib/publishing/voices.server.ts'
import { addDays, localParts } from '#lib/time/airtime.ts'
import { blockerWords, warningWords } from './blocker-words.ts'
import { EpisodePreview } from './episode-preview.tsx'
import { LostFiles } from './lost-files.tsx'
import { MendList } from './mend-list.tsx'
import { PreviewLinks } from './preview-links.tsx'
import { PublishLater, PublishNow } from './publish-forms.tsx'
import { PublishedState } from './published-state.tsx'
import { SelfCheck } from './self-check.tsx'

export const metadata = { title: 'Publier' }

/** What is missing, what will be seen, and the hour. The list of what is missing is the page. */
export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireRight('workspace.enter')
  const { id } = await params
  const readiness = await found(readReadiness(theDb(), actor, id))
  const { blockers, warnings, publication } = readiness
  const [onLine] = await readVoicesOnLine(theDb(), actor, id)
  const lost = publication ? await findLostFiles(theDb(), theFiles(), id) : []
  const isReady = blockers.length === 0
  const { timeZone } = readiness.draft.show
  const previews = (await readPreviewLinks(theDb(), actor, id)).map(
    ({ id: linkId, by, createdAt, usedAt }) => ({
      id: linkId,
      words: `Lien de ${by}, ${momentWords(createdAt, timeZone)}, ${usedAt ? 'déjà ouvert' : 'pas encore ouvert'}`,
    }),
  )
  return (
    <div className="grid grid-cols-1 max-w-3xl gap-10">
      {onLine && <VoicesOnLineNote episode={onLine} isHere />}
      {lost.length > 0 && <LostFiles files={lost} />}
      <PublishedState readiness={readiness} now={new Date()} />
      <MendList mends={blockers.map((blocker) => blockerWords(blocker, id))} />
      {warnings.length > 0 && (
        <FormMessage tone="warn">
          <ul className="grid grid-cols-1 gap-1">
            {warnings.map((warning) => (
              <li key={warning.kind}>{warningWords(warning)}</li>
            ))}
          </ul>
        </FormMessage>
      )}
      <EpisodePreview readiness={readiness} />
      {readiness.draft.snapshot.transcript.length > 0 && (
        <p>
          <ButtonLink href={`/regie/emissions/${id}/texte`} icon={<AudioLines />}>
            Vérifier le texte sur le son
          </ButtonLink>
        </p>
      )}
      {isReady && (
        <Suspense fallback={<p role="status">On vérifie les fichiers et les adresses…</p>}>
          <SelfCheck actor={actor} episodeId={id} />
        </Suspense>
      )}
      <PreviewLinks episodeId={id} links={previews} />
      {isReady && !publication && <Choose readiness={readiness} />}
    </div>
  )
}

/** Now, or at an hour: the morning after the show is what most weeks want. */
function Choose({ readiness: { draft } }: { readiness: Readiness }) {
  const { episode, show } = draft
  const now = Date.now()
  const today = localParts(now, show.timeZone).date
  const dayAfter = addDays(episode.airDate, 1)
  const planned = episode.publishAt && localParts(episode.publishAt.getTime(), show.timeZone)
  return (
    <>
      <section className="grid grid-cols-1 gap-4" aria-labelledby="plus-tard">
        <h2 id="plus-tard">{planned ? 'Changer l’heure' : 'Choisir un jour et une heure'}</h2>
        <PublishLater
          key={episode.publishAt?.toISOString() ?? 'new'}
          episodeId={episode.id}
          date={planned?.date ?? (dayAfter > today ? dayAfter : addDays(today, 1))}
          time={planned?.time ?? '09:00'}
          from={today}
        />
      </section>
      <section className="grid grid-cols-1 gap-4" aria-labelledby="maintenant">
        <h2 id="maintenant">Ou tout de suite</h2>
        <PublishNow episodeId={episode.id} />
      </section>
    </>
  )
}
