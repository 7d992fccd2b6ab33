import { FileAudio, Podcast, UsersRound } from 'lucide-react'
import { ButtonLink } from '#app/_ui/button-link.tsx'
import { ErrorNote } from '#app/_ui/error-note.tsx'
import type { VoicesOnLine } from '#lib/publishing/voices.server.ts'

type Props = {
  episode: VoicesOnLine
  /** On the publishing page itself, which has the last step. */
  isHere?: boolean
}

/** Somebody can be heard on line who has not said yes: what happened, and the steps that take the voice out. */
export function VoicesOnLineNote({ episode, isHere = false }: Props) {
  const { episodeId, number, title, voices } = episode
  const at = `/regie/emissions/${episodeId}`
  const named = (isNo: boolean) => [
    ...new Set(voices.filter((voice) => voice.isNo === isNo).map((voice) => voice.person)),
  ]
  const [gone, missing] = [named(true), named(false)]
  return (
    <ErrorNote
      title={`Une voix est en ligne sans accord : n° ${number}, ${title}`}
      safe="Le public entend encore l’ancienne version. Rien n’est perdu, et tout reste à sa place."
    >
      <div className="grid basis-full grid-cols-1 gap-2">
        {gone.length > 0 && <p>Ont dit non pour internet, ou retiré leur voix : {gone.join(', ')}.</p>}
        {missing.length > 0 && <p>Accord pour internet à demander : {missing.join(', ')}.</p>}
        <ol className="list-decimal pl-6">
          <li>Fabriquez le podcast à nouveau : ces passages n’y seront plus.</li>
          <li>Publiez-le à nouveau : il aura une nouvelle adresse, et les applications la prendront.</li>
        </ol>
        <p>Les copies déjà téléchargées restent là où elles sont.</p>
      </div>
      <ButtonLink href={`${at}/accords`} icon={<UsersRound />}>
        Voir les accords
      </ButtonLink>
      <ButtonLink href={`${at}/pad`} icon={<FileAudio />}>
        Fabriquer à nouveau
      </ButtonLink>
      {!isHere && (
        <ButtonLink href={`${at}/publier`} icon={<Podcast />}>
          Publier à nouveau
        </ButtonLink>
      )}
    </ErrorNote>
  )
}
