import { found } from '#app/_door/found.ts'
import { requireActor } from '#app/_door/session.ts'
import { currentZone } from '#app/_show/current-show.ts'
import { momentOfDay, namesInARow, wordCount } from '#app/_story/version-words.ts'
import { ButtonLink } from '#app/_ui/button-link.tsx'
import { PageHeader } from '#app/_ui/page-header.tsx'
import { theDb } from '#lib/db/db.server.ts'
import { readStory } from '#lib/story/story.server.ts'
import { readVersions } from '#lib/story/versions.server.ts'
import { NameVersion } from './name-version.tsx'
import { VersionRow } from './version-row.tsx'

export const metadata = { title: 'Versions du texte' }

/** How a text came about, the latest first: each version can be looked at and taken back. */
export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const actor = await requireActor(`/sujets/${id}/versions`)
  const story = await found(readStory(theDb(), actor, id))
  const { now, versions } = await readVersions(theDb(), actor, id)
  const clock = { now: Date.now(), zone: await currentZone() }
  return (
    <>
      <PageHeader
        title="Versions du texte"
        back={{ href: `/sujets/${id}`, label: story.title }}
        standfirst="Le texte est gardé à chaque pause. Rien de ce qui a été écrit n’est perdu."
      />
      <section className="mb-6 grid grid-cols-1 gap-2 rounded-card border-2 border-border bg-surface p-gutter">
        <h2>Maintenant</h2>
        <p>
          {wordCount(now.words)}
          {now.words > 0 && `, changé ${momentOfDay(now.at.getTime(), clock.now, clock.zone)}`}
          {now.writers.length > 0 && `, par ${namesInARow(now.writers)}`}
        </p>
        <p>
          <ButtonLink href={`/sujets/${id}`}>Ouvrir le texte</ButtonLink>
        </p>
      </section>
      {versions.length === 0 ? (
        <p>Il n’y a pas encore de version d’avant. La première se garde à votre prochaine pause.</p>
      ) : (
        <ol className="grid grid-cols-1 gap-3">
          {versions.map((version) => (
            <li key={version.id}>
              <VersionRow storyId={id} version={version} clock={clock} />
            </li>
          ))}
        </ol>
      )}
      {story.mayEdit && story.deletedAt === null && <NameVersion storyId={id} />}
    </>
  )
}
