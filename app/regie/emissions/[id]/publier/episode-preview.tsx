import { picturePath } from '#lib/publishing/addresses.ts'
import type { Readiness } from '#lib/publishing/publishing.server.ts'
import { formatDuration } from '#lib/time/duration.ts'

/** The episode as listeners would meet it in their app, or do already. */
export function EpisodePreview({ readiness: { draft, publication, changes } }: { readiness: Readiness }) {
  const { show, episode, master, snapshot } = draft
  const facts = [
    `N° ${episode.number}, saison ${episode.seasonName}`,
    master && formatDuration(master.durationMs),
    master && `${(master.sizeBytes / 1_000_000).toLocaleString('fr-FR', { maximumFractionDigits: 1 })} Mo`,
    master && counted(master.chapters?.length ?? 0, 'chapitre'),
    master && counted(snapshot.stories.length, 'texte à lire', 'textes à lire'),
  ]
  const names = [...new Set(snapshot.persons.map(({ name }) => name))]
  return (
    <section className="grid grid-cols-1 gap-4" aria-labelledby="apercu">
      <h2 id="apercu">
        {publication && changes.length === 0 ? 'Ce que le public voit' : 'Ce que le public verra'}
      </h2>
      <div className="grid grid-cols-1 gap-4 rounded-card border-2 border-border bg-surface p-gutter sm:grid-cols-[10rem_1fr]">
        {show.coverFile && (
          // biome-ignore lint/performance/noImgElement: the file is already at its address for ever, there is nothing to optimise
          <img
            src={picturePath(show.coverFile)}
            alt={`Couverture du podcast ${show.name}`}
            width={160}
            height={160}
            className="rounded-card"
          />
        )}
        <div className="grid grid-cols-1 min-w-0 content-start gap-2">
          <p className="text-ink-2">{show.name}</p>
          <h3>{episode.title || 'Sans titre'}</h3>
          <p className="whitespace-pre-line">{episode.summary || 'Pas encore de résumé.'}</p>
          <p className="facts tabular text-ink-2">
            {facts.filter(Boolean).map((fact) => (
              <span key={fact}>{fact} </span>
            ))}
          </p>
          {names.length > 0 && <p>Avec {names.join(', ')}</p>}
        </div>
      </div>
    </section>
  )
}

function counted(count: number, one: string, several = `${one}s`): string {
  return count === 0 ? `aucun ${one}` : `${count} ${count > 1 ? several : one}`
}
