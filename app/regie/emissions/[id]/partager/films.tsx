import { refusalWords } from '#app/_door/words.ts'
import { RefreshWhile } from '#app/_sound/refresh-while.tsx'
import { FormMessage } from '#app/_ui/form-message.tsx'
import type { Audiogram } from '#lib/publishing/audiogram.server.ts'
import { longestFilmMs } from '#lib/publishing/audiogram.ts'
import type { Publication } from '#lib/publishing/publication.ts'
import { sharePath } from '#lib/publishing/share-words.ts'
import { formatDuration } from '#lib/time/duration.ts'
import { FilmForm } from './film-form.tsx'
import { FilmList } from './film-list.tsx'

type Props = { publication: Publication; films: readonly Audiogram[] }

/** A passage as a film, for where people share films. */
export function Films({ publication, films }: Props) {
  const { episodeId, durationMs } = publication
  const isUnderWay = films.some(({ state }) => state === 'asked' || state === 'running')
  const isTimed = publication.transcript.some(({ sentences }) => sentences && sentences.length > 0)
  const whole = Math.min(longestFilmMs, durationMs) / 1000
  const lengths = [15, 30, 45, 60].filter((seconds) => seconds <= whole)
  return (
    <section className="grid grid-cols-1 gap-4" aria-labelledby="film">
      <RefreshWhile active={isUnderWay} />
      <h2 id="film">Un extrait en film</h2>
      <p>
        Une image carrée avec le titre, le dessin du son et les paroles écrites, à partager là où l’on partage
        des vidéos. Le faire prend une ou deux minutes.
      </p>
      {!isTimed && (
        <FormMessage tone="info">
          Les phrases de ce numéro n’ont pas encore d’heure : le film sera sans paroles écrites. Pour en
          avoir, ouvrez « Publier », puis « Vérifier le texte sur le son », et publiez à nouveau.
        </FormMessage>
      )}
      <FilmList episodeId={episodeId} films={films.map((film) => lineOf(film, episodeId))} />
      {!isUnderWay && (
        <FilmForm
          episodeId={episodeId}
          moments={momentsOf(publication)}
          lengths={lengths.length > 0 ? lengths : [Math.max(5, Math.floor(whole))]}
        />
      )}
    </section>
  )
}

function lineOf(
  { id, state, progress, startMs, durationMs, file, sizeBytes, failure }: Audiogram,
  episodeId: string,
) {
  return {
    ...{ id, progress },
    words: `Film de ${Math.round(durationMs / 1000)} secondes, à partir de ${formatDuration(startMs)}`,
    href: state === 'done' && file ? `${sharePath}${episodeId}/film-${id}.mp4` : null,
    size: `${((sizeBytes ?? 0) / 1_000_000).toLocaleString('fr-FR', { maximumFractionDigits: 1 })}\u00a0Mo`,
    failure: state === 'failed' ? refusalWords(failure ?? 'film.broken', {}) : null,
  }
}

/** Every sentence that has a time, or else every chapter: where somebody would begin. */
function momentsOf({ transcript, chapters }: Publication) {
  const said = transcript.flatMap(({ sentences = [] }) =>
    sentences.map(({ startMs, text }) => ({ startMs, text })),
  )
  const moments = said.length > 0 ? said : chapters.map(({ startMs, title }) => ({ startMs, text: title }))
  return moments.map(({ startMs, text }) => ({
    value: String(Math.round(startMs)),
    label: `${formatDuration(startMs)} · ${text.length > 60 ? `${text.slice(0, 58)}…` : text}`,
  }))
}
