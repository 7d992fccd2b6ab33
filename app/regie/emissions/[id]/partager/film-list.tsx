'use client'
import { Download, Trash2, X } from 'lucide-react'
import { useAct } from '#app/_door/use-act.ts'
import { ButtonLink } from '#app/_ui/button-link.tsx'
import { FormMessage } from '#app/_ui/form-message.tsx'
import { Progress } from '#app/_ui/progress.tsx'
import { SubmitButton } from '#app/_ui/submit-button.tsx'
import { removeFilmAction, stopFilmAction } from './film-actions.ts'

/** A film as its line shows it: `href` once it is made, `failure` in words. */
export type FilmLine = {
  id: string
  words: string
  progress: number
  href: string | null
  size: string
  failure: string | null
}

/** The films of the episode: on their way, made, or failed. */
export function FilmList({ episodeId, films }: { episodeId: string; films: readonly FilmLine[] }) {
  if (films.length === 0) return null
  return (
    <ul className="grid grid-cols-1 gap-4">
      {films.map((film) => (
        <li
          key={film.id}
          className="grid grid-cols-1 gap-3 rounded-card border-2 border-border bg-surface p-gutter"
        >
          <Film episodeId={episodeId} film={film} />
        </li>
      ))}
    </ul>
  )
}

function Film({ episodeId, film }: { episodeId: string; film: FilmLine }) {
  const stopping = useAct(stopFilmAction)
  const removing = useAct(removeFilmAction)
  const { id, words, progress, href, size, failure } = film
  const hidden = (
    <>
      <input type="hidden" name="episodeId" value={episodeId} />
      <input type="hidden" name="filmId" value={id} />
    </>
  )
  if (!href && !failure)
    return (
      <Progress
        label={words}
        value={progress > 0 ? progress : null}
        words={
          progress > 0
            ? `${Math.round(progress * 100)} % fait. Vous pouvez fermer cette page.`
            : 'Cela commence…'
        }
        cancel={
          <form action={stopping.send}>
            {hidden}
            <SubmitButton variant="secondary" icon={<X />}>
              Arrêter
            </SubmitButton>
          </form>
        }
      />
    )
  return (
    <>
      <h3>{words}</h3>
      <FormMessage tone="error">{failure}</FormMessage>
      <div className="flex flex-wrap gap-2">
        {href && (
          <ButtonLink href={href} icon={<Download />} download>
            Télécharger le film ({size})
          </ButtonLink>
        )}
        <form action={removing.send}>
          {hidden}
          <SubmitButton variant="danger" icon={<Trash2 />} aria-label={`Supprimer : ${words}`}>
            Supprimer
          </SubmitButton>
        </form>
      </div>
    </>
  )
}
