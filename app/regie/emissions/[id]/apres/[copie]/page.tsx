import { Download } from 'lucide-react'
import { found } from '#app/_door/found.ts'
import { requireRight } from '#app/_door/session.ts'
import { ButtonLink } from '#app/_ui/button-link.tsx'
import { FormMessage } from '#app/_ui/form-message.tsx'
import { Fingerprint } from '#app/regie/emissions/[id]/apres/fingerprint.tsx'
import { frozenWords } from '#app/regie/emissions/[id]/apres/frozen-words.ts'
import { PrintButton } from '#app/regie/emissions/[id]/imprimer/print-button.tsx'
import { airWords, episodeName } from '#app/regie/emissions/air-words.ts'
import { theDb } from '#lib/db/db.server.ts'
import { readBroadcast } from '#lib/rundown/broadcast.server.ts'
import { CopyLines } from './copy-lines.tsx'
import { CopyMusic } from './copy-music.tsx'

export const metadata = { title: 'Copie figée' }

type Props = { params: Promise<{ id: string; copie: string }> }

/** One frozen copy, as it was frozen: for reading and for paper. */
export default async function Page({ params }: Props) {
  const actor = await requireRight('rundown.read')
  const { id, copie } = await params
  const copy = await found(readBroadcast(theDb(), actor, id, copie))
  const { show, episode, lines, music, wasLogged } = copy.content
  return (
    <article className="grid grid-cols-1 gap-6">
      <header className="grid grid-cols-1 gap-2">
        <h2>
          {show.name} · {episodeName(episode)}
        </h2>
        <p>
          N° {episode.number} · {airWords(episode)}
          {show.station && ` · ${show.station} ${show.frequency}`}
        </p>
        <p className="font-bold">{frozenWords(copy, show.timeZone)}</p>
        <p>
          {wasLogged
            ? 'Telle que diffusée.'
            : 'Telle que prévue : l’émission n’a pas été suivie à l’antenne.'}
        </p>
        <Fingerprint sha256={copy.sha256} />
      </header>
      {!copy.isIntact && (
        <FormMessage tone="error">
          Cette copie ne correspond plus à son empreinte. Ne vous en servez pas, et appelez la technique.
        </FormMessage>
      )}
      <div className="flex flex-wrap gap-2 print:hidden">
        <PrintButton />
        <ButtonLink href={`/api/episodes/${id}/broadcasts/${copie}.json`} icon={<Download />} download>
          Télécharger
        </ButtonLink>
      </div>
      <CopyLines lines={lines} zone={show.timeZone} />
      <CopyMusic music={music} zone={show.timeZone} />
    </article>
  )
}
