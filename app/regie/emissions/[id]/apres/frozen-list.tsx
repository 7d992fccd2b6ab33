import { Download, FileText } from 'lucide-react'
import { ButtonLink } from '#app/_ui/button-link.tsx'
import type { FrozenCopy } from '#lib/rundown/broadcast.server.ts'
import { Fingerprint } from './fingerprint.tsx'
import { frozenWords } from './frozen-words.ts'

type Props = { episodeId: string; copies: readonly FrozenCopy[]; zone: string }

/** The frozen copies, the latest first. */
export function FrozenList({ episodeId, copies, zone }: Props) {
  if (copies.length === 0) return <p>Aucune copie n’a encore été figée.</p>
  return (
    <ul className="grid gap-3" aria-label="Copies figées">
      {copies.map((copy) => (
        <li key={copy.id} className="grid gap-2 rounded-card border-2 border-border bg-surface p-gutter">
          <p className="font-bold">{frozenWords(copy, zone)}</p>
          <p>{copy.wasLogged ? 'Telle que diffusée' : 'Telle que prévue : l’émission n’a pas été suivie'}</p>
          <Fingerprint sha256={copy.sha256} />
          <div className="flex flex-wrap gap-2 print:hidden">
            <ButtonLink href={`/regie/emissions/${episodeId}/apres/${copy.id}`} icon={<FileText />}>
              Voir et imprimer
            </ButtonLink>
            <ButtonLink
              href={`/api/episodes/${episodeId}/broadcasts/${copy.id}.json`}
              icon={<Download />}
              download
            >
              Télécharger
            </ButtonLink>
          </div>
        </li>
      ))}
    </ul>
  )
}
