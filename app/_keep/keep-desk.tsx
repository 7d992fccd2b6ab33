import { CircleCheck, Download, ListMusic, Trash2, X } from 'lucide-react'
import { sizeWords } from '#app/_public/episode-sounds.ts'
import { Button } from '#app/_ui/button.tsx'
import { ButtonLink } from '#app/_ui/button-link.tsx'
import { Progress } from '#app/_ui/progress.tsx'
import type { KeptEpisode } from './kept-episode.ts'
import type { KeepTrouble } from './kept-shelf.ts'
import { useKeeping } from './use-keeping.ts'

const troubleWords: Record<KeepTrouble, string> = {
  full: 'Cet appareil n’a plus assez de place pour ce son. Effacez une émission gardée, ou des photos, puis réessayez.',
  offline: 'Le son n’est pas venu en entier : le réseau s’est coupé. Rien n’est gardé pour l’instant.',
  gone: 'Ce son n’est plus à cette adresse. Rechargez la page, puis réessayez.',
}

/** Keeps an episode on this device, tells how far it is, and takes it off again. */
export default function KeepDesk({ episode, begins }: { episode: KeptEpisode; begins: boolean }) {
  const { state, keep, forget, cancel } = useKeeping(episode, begins)
  const { sizeBytes } = episode.sound
  if (state.kind === 'coming') {
    return (
      <Progress
        label="L’émission arrive sur cet appareil"
        value={state.bytes / sizeBytes}
        words={`${sizeWords(state.bytes)} sur ${sizeWords(sizeBytes)}`}
        cancel={
          <Button variant="quiet" icon={<X />} onClick={cancel}>
            Arrêter
          </Button>
        }
      />
    )
  }
  if (state.kind === 'kept') {
    return (
      <div className="grid grid-cols-1 gap-3">
        <p role="status" className="flex items-start gap-3">
          <CircleCheck className="mt-1 text-ok" />
          <span className="min-w-0">C’est gardé sur cet appareil. Vous pouvez l’écouter sans réseau.</span>
        </p>
        <div className="flex flex-wrap gap-2">
          <ButtonLink href="/hors-ligne" icon={<ListMusic />}>
            Voir ce qui est gardé
          </ButtonLink>
          <Button variant="quiet" icon={<Trash2 />} onClick={() => void forget()}>
            Effacer de cet appareil
          </Button>
        </div>
      </div>
    )
  }
  return (
    <div className="grid grid-cols-1 justify-items-start gap-3">
      <Button icon={<Download />} pending={state.kind === 'unknown'} onClick={() => void keep()}>
        Garder pour plus tard, {sizeWords(sizeBytes)}
      </Button>
      <p role="status" className="empty:hidden">
        {state.kind === 'failed' && troubleWords[state.trouble]}
      </p>
    </div>
  )
}
