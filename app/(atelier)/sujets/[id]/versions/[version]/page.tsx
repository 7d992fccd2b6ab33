import { notFound } from 'next/navigation'
import { found } from '#app/_door/found.ts'
import { requireActor } from '#app/_door/session.ts'
import { currentZone } from '#app/_show/current-show.ts'
import { DifferenceView } from '#app/_story/difference-view.tsx'
import { StoryText } from '#app/_story/story-text.tsx'
import { momentOfDay, namesInARow, upperFirst, versionReason, wordCount } from '#app/_story/version-words.ts'
import { PageHeader } from '#app/_ui/page-header.tsx'
import { theDb } from '#lib/db/db.server.ts'
import { emptyContent } from '#lib/story/document.ts'
import { readStory } from '#lib/story/story.server.ts'
import { textDifference } from '#lib/story/text-difference.ts'
import { readVersion } from '#lib/story/versions.server.ts'
import { CompareLinks } from './compare-links.tsx'
import { RestoreButton } from './restore-button.tsx'

type Props = {
  params: Promise<{ id: string; version: string }>
  searchParams: Promise<{ avec?: string | string[] }>
}

export const metadata = { title: 'Une version du texte' }

/** One version: what has changed since, or what it changed; and the way back to it. */
export default async function Page({ params, searchParams }: Props) {
  const { id, version: typed } = await params
  const actor = await requireActor(`/sujets/${id}/versions/${typed}`)
  if (!/^\d{1,15}$/.test(typed)) notFound()
  const story = await found(readStory(theDb(), actor, id))
  const version = await found(readVersion(theDb(), actor, id, Number(typed)))
  const withBefore = (await searchParams).avec === 'avant'
  const difference = withBefore
    ? textDifference(version.before ?? emptyContent, version.content)
    : textDifference(version.content, version.now)
  const zone = await currentZone()
  const when = momentOfDay(version.at.getTime(), Date.now(), zone)
  return (
    <>
      <PageHeader
        title={upperFirst(when)}
        back={{ href: `/sujets/${id}/versions`, label: 'Versions du texte' }}
        standfirst={[versionReason(version), namesInARow(version.writers), wordCount(version.words)]
          .filter(Boolean)
          .map((part, at) => (at === 0 ? upperFirst(part) : part))
          .join(' · ')}
      />
      <div className="grid grid-cols-1 gap-6">
        <CompareLinks at={`/sujets/${id}/versions/${typed}`} withBefore={withBefore} />
        <DifferenceView
          difference={difference}
          before={withBefore ? (version.before ?? emptyContent) : version.content}
          after={withBefore ? version.content : version.now}
        />
        <details className="rounded-card border-2 border-border bg-surface p-gutter">
          <summary className="min-h-12 py-2 font-bold">Lire cette version en entier</summary>
          <div className="mt-4">
            <StoryText content={version.content} for="members" />
          </div>
        </details>
        {story.mayWrite && !version.isNow && (
          <RestoreButton storyId={id} versionId={version.id} when={when} />
        )}
      </div>
    </>
  )
}
