import Link from 'next/link'
import { FormMessage } from '#app/_ui/form-message.tsx'
import { noteWords, weight } from '#app/regie/parametres/reprendre/import-words.ts'
import type { FeedPreview } from '#lib/moving/feed-preview.ts'
import { categories } from '#lib/publishing/categories.ts'
import { formatDuration } from '#lib/time/duration.ts'

type Props = { preview: FeedPreview; zone: string }

/** What would be brought in, and what the feed says of its show: offered, never put over what stands here. */
export function FeedFacts({ preview, zone }: Props) {
  const { show, notes, episodes, withoutSound } = preview
  const offered = [
    ['Description', show.description],
    ['Qui l’édite', show.author],
    ['Catégorie', categories.find(({ name }) => name === show.category)?.label ?? ''],
  ].filter(([, words]) => words !== '')
  return (
    <>
      {notes.map((note) => (
        <FormMessage tone="warn" key={note}>
          {noteWords[note]}
        </FormMessage>
      ))}
      {show.isLocked && (
        <FormMessage tone="warn">
          Ce flux demande à ne pas être déplacé. Chez votre ancien hébergeur, déverrouillez-le d’abord.
        </FormMessage>
      )}
      <section className="grid grid-cols-1 gap-3" aria-labelledby="contenu">
        <h2 id="contenu">Ce qui sera repris</h2>
        {episodes === 0 && <FormMessage tone="warn">Il n’y a aucun son dans ce flux.</FormMessage>}
        <Facts rows={countsOf(preview, zone)} />
        {withoutSound > 0 && <p>Ce qui n’a pas de son reste où il est.</p>}
        <p className="text-ink-2">
          Chaque numéro garde son identifiant et sa date. Chaque son est écouté en entier avant d’être gardé.
        </p>
      </section>
      {offered.length > 0 && (
        <section className="grid grid-cols-1 gap-3" aria-labelledby="emission">
          <h2 id="emission">Ce que le flux dit de l’émission</h2>
          <p>
            Vos <Link href="/regie/parametres">réglages</Link> ne changent pas. Copiez-y ce que vous voulez
            garder.
          </p>
          <Facts rows={offered} />
        </section>
      )}
    </>
  )
}

function countsOf(preview: FeedPreview, zone: string): string[][] {
  const { episodes, withoutSound, oldestAt, newestAt, bytes, durationMs, titles } = preview
  const day = (at: number) => new Date(at).toLocaleDateString('fr-FR', { dateStyle: 'long', timeZone: zone })
  const rows = [
    ['Numéros', String(episodes)],
    ['Sans son', withoutSound > 0 ? String(withoutSound) : ''],
    ['Du', oldestAt === null ? '' : day(oldestAt)],
    ['Au', newestAt === null ? '' : day(newestAt)],
    ['Poids annoncé', bytes > 0 ? weight(bytes) : ''],
    ['Durée annoncée', durationMs > 0 ? formatDuration(durationMs) : ''],
    ['Avec des chapitres', String(preview.withChapters)],
    ['Avec un texte', String(preview.withTranscript)],
    ['Avec des personnes nommées', String(preview.withPersons)],
    ['Les derniers', titles.map((title) => `«\u00a0${title}\u00a0»`).join(', ')],
  ]
  return rows.filter(([, words]) => words !== '')
}

function Facts({ rows }: { rows: readonly (readonly string[])[] }) {
  return (
    <dl className="grid grid-cols-1 gap-x-6 gap-y-2 min-[40rem]:grid-cols-[auto_1fr]">
      {rows.map(([name, words]) => (
        <div key={name} className="contents">
          <dt className="font-bold">{name}</dt>
          <dd className="tabular min-w-0 whitespace-pre-line [overflow-wrap:anywhere]">{words}</dd>
        </div>
      ))}
    </dl>
  )
}
