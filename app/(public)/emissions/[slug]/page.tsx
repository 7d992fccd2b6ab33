import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { ListenButton } from '#app/_aloud/listen-button.tsx'
import { BroughtNotes } from '#app/_public/brought-notes.tsx'
import { ChapterList } from '#app/_public/chapter-list.tsx'
import { EpisodeAside } from '#app/_public/episode-aside.tsx'
import { EpisodeFacts } from '#app/_public/episode-facts.tsx'
import { FollowAudio } from '#app/_public/follow-audio.tsx'
import { JsonLd } from '#app/_public/json-ld.tsx'
import { Listen } from '#app/_public/listen.tsx'
import { secondsOf } from '#app/_public/moment.ts'
import { PublicFrame } from '#app/_public/public-frame.tsx'
import { SoundGone } from '#app/_public/sound-gone.tsx'
import { episodeGraph } from '#app/_public/structured.ts'
import { isTimed, Transcript } from '#app/_public/transcript.tsx'
import { TranscriptTools } from '#app/_public/transcript-tools.tsx'
import { Warnings } from '#app/_public/warnings.tsx'
import { currentShow } from '#app/_show/current-show.ts'
import { theDb } from '#lib/db/db.server.ts'
import { theSite } from '#lib/machine/site.server.ts'
import { audioPath, episodePath, feedPath, picturePath } from '#lib/publishing/addresses.ts'
import { oembedUrl } from '#lib/publishing/oembed.ts'
import { findPublication } from '#lib/publishing/publishing.server.ts'

type Props = {
  params: Promise<{ slug: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

const find = cache(async (slug: string) => findPublication(theDb(), { slug }))

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug } = await params
  const [episode, show] = await Promise.all([find(slug), currentShow()])
  if (!episode || !show) return {}
  const { title, summary: description } = episode
  const image = { url: picturePath(episode.cardFile), width: 1200, height: 630, alt: title }
  const path = episodePath(slug)
  return {
    title,
    description,
    alternates: { canonical: path, types: { 'application/rss+xml': feedPath, ...oembedTypes(slug) } },
    openGraph: {
      ...{ title, description, url: path, siteName: show.name, locale: 'fr_FR' },
      type: 'article',
      publishedTime: episode.publishedAt.toISOString(),
      images: [image],
      audio: [{ url: audioPath(episode.masterId), type: 'audio/mpeg' }],
    },
    twitter: { card: 'summary_large_image', title, description, images: [image.url] },
  }
}

/** How other sites find the frame of an episode. */
function oembedTypes(slug: string) {
  const url = (format: 'json' | 'xml') => oembedUrl(slug, theSite().baseUrl, format)
  return { 'application/json+oembed': url('json'), 'text/xml+oembed': url('xml') }
}

/** An episode to hear and to read: what stands here was frozen when it was published. */
export default async function Page({ params, searchParams }: Props) {
  const [{ slug }, { t }] = await Promise.all([params, searchParams])
  const [episode, show] = await Promise.all([find(slug), currentShow()])
  if (!episode || !show) notFound()
  const path = episodePath(slug)
  return (
    <PublicFrame>
      <JsonLd graph={episodeGraph(episode, show, theSite().baseUrl)} />
      <FollowAudio />
      <article className="grid grid-cols-1 gap-12 pt-4">
        <header className="grid grid-cols-1 gap-4">
          <h1>{episode.title}</h1>
          <EpisodeFacts episode={episode} />
          <Warnings stories={episode.stories} />
          <SoundGone episodeId={episode.episodeId} />
          <Listen episode={episode} show={show.name} startAt={secondsOf(t, episode.durationMs)} />
          <p className="whitespace-pre-line text-lead">{episode.summary}</p>
        </header>
        <section className="grid grid-cols-1 gap-4" aria-labelledby="chapitres">
          <h2 id="chapitres">Chapitres</h2>
          <ChapterList chapters={episode.chapters} path={path} />
        </section>
        <BroughtNotes html={episode.notesHtml} />
        <EpisodeAside episode={episode} show={show.name} />
        {episode.transcript.length > 0 && (
          <section className="grid grid-cols-1 gap-6" aria-labelledby="texte">
            <h2 id="texte">Tout lire</h2>
            <TranscriptTools of="#dit" path={path} isTimed={isTimed(episode.transcript)} />
            <ListenButton of="#dit">Écouter ce texte</ListenButton>
            <div id="dit">
              <Transcript parts={episode.transcript} path={path} />
            </div>
          </section>
        )}
      </article>
    </PublicFrame>
  )
}
