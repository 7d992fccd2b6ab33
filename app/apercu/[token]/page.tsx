import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ChapterList } from '#app/_public/chapter-list.tsx'
import { EpisodeFacts } from '#app/_public/episode-facts.tsx'
import { EpisodeNames } from '#app/_public/episode-names.tsx'
import { FollowAudio } from '#app/_public/follow-audio.tsx'
import { PublicFrame } from '#app/_public/public-frame.tsx'
import { Transcript } from '#app/_public/transcript.tsx'
import { Warnings } from '#app/_public/warnings.tsx'
import { FormMessage } from '#app/_ui/form-message.tsx'
import { Player } from '#app/_ui/player.tsx'
import { theDb } from '#lib/db/db.server.ts'
import { previewApi, readPreview } from '#lib/publishing/preview.server.ts'
import type { Publication } from '#lib/publishing/publication.ts'

export const metadata: Metadata = {
  title: 'Aperçu d’un numéro',
  robots: { index: false, follow: false },
}

/** An episode's page as it will be, for whoever was given the address. */
export default async function Page({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params
  const preview = await readPreview(theDb(), token)
  if (!preview) notFound()
  const { episode, title } = preview
  return (
    <PublicFrame>
      <div className="grid grid-cols-1 gap-6 pt-4">
        <FormMessage tone="info">
          Ceci est un aperçu : rien n’est encore publié ainsi, et tout peut encore changer. Merci de garder
          cette adresse pour vous.
        </FormMessage>
        {episode ? (
          <PreviewedEpisode episode={episode} path={`/apercu/${token}`} soundAt={`${previewApi}${token}/`} />
        ) : (
          <>
            <h1>{title || 'Sans titre'}</h1>
            <p>Le son n’est pas encore fabriqué. Revenez à cette adresse un peu plus tard.</p>
          </>
        )}
      </div>
    </PublicFrame>
  )
}

type Props = { episode: Publication; path: string; soundAt: string }

function PreviewedEpisode({ episode, path, soundAt }: Props) {
  const { title, summary, masterId, durationMs, chapters, transcript, stories } = episode
  return (
    <article className="grid grid-cols-1 gap-12">
      <FollowAudio />
      <header className="grid grid-cols-1 gap-4">
        <h1>{title || 'Sans titre'}</h1>
        <EpisodeFacts episode={episode} />
        <Warnings stories={stories} />
        <div id="ecouter" className="scroll-mt-4">
          <Player src={`${soundAt}${masterId}.mp3`} title={title} durationMs={durationMs} />
        </div>
        <p className="whitespace-pre-line text-lead">{summary || 'Pas encore de résumé.'}</p>
      </header>
      {chapters.length > 0 && (
        <section className="grid grid-cols-1 gap-4" aria-labelledby="chapitres">
          <h2 id="chapitres">Chapitres</h2>
          <ChapterList chapters={chapters} path={path} />
        </section>
      )}
      <EpisodeNames episode={episode} />
      {transcript.length > 0 && (
        <section className="grid grid-cols-1 gap-6" aria-labelledby="texte">
          <h2 id="texte">Tout lire</h2>
          <Transcript parts={transcript} path={path} />
        </section>
      )}
    </article>
  )
}
