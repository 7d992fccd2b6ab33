import { Download } from 'lucide-react'
import { requireRight } from '#app/_door/session.ts'
import { refusalWords } from '#app/_door/words.ts'
import { theShow } from '#app/_show/current-show.ts'
import { RefreshWhile } from '#app/_sound/refresh-while.tsx'
import { ButtonLink } from '#app/_ui/button-link.tsx'
import { ErrorNote } from '#app/_ui/error-note.tsx'
import { PageHeader } from '#app/_ui/page-header.tsx'
import { weight } from '#app/regie/parametres/reprendre/import-words.ts'
import { theDb } from '#lib/db/db.server.ts'
import { type Archive, archiveDays, archivesPath, readArchives } from '#lib/moving/archive.server.ts'
import { leftOutOfArchive } from '#lib/moving/archive-html.ts'
import { ArchiveProgress, AskArchive, RemoveArchive } from './archive-controls.tsx'

export const metadata = { title: 'Tout emporter' }

const inIt = [
  'les émissions publiées, avec leur son, leurs chapitres et leur texte',
  'tous les sujets, à lire et à reprendre',
  'tous les sons, tels qu’ils sont arrivés, avec leurs crédits',
  'les conducteurs, les personnes et leur rôle, les accords des voix',
  'le flux du podcast',
]

/** Everything of the radio in one file that opens anywhere: nobody is held here. */
export default async function Page() {
  const actor = await requireRight('show.edit', '/regie/parametres/emporter')
  const [archives, show] = await Promise.all([readArchives(theDb(), actor), theShow()])
  const running = archives.find(({ state }) => state === 'asked' || state === 'running')
  const ready = archives.filter(({ file }) => file !== null)
  const [newest] = archives
  return (
    <div className="grid max-w-2xl grid-cols-1 gap-8">
      <RefreshWhile active={running !== undefined} />
      <PageHeader
        title="Tout emporter"
        standfirst="Un seul fichier avec tout ce que contient La Bobine. Il s’ouvre sur n’importe quel ordinateur, sans internet."
        back={{ href: '/regie/parametres', label: 'Réglages' }}
      />
      <WordList id="dedans" title="Ce qu’il y a dedans" words={inIt} />
      <WordList id="dehors" title="Ce qui n’y est pas, exprès" words={leftOutOfArchive} />
      {newest?.failure && (
        <ErrorNote title="L’archive n’a pas pu être faite." safe="Rien n’a été touché.">
          {refusalWords(newest.failure, {})}
        </ErrorNote>
      )}
      {running && <ArchiveProgress id={running.id} progress={running.progress} />}
      {!running && (
        <AskArchive
          label={ready.length > 0 ? 'Préparer une nouvelle archive' : 'Préparer l’archive'}
          isMain={ready.length === 0}
        />
      )}
      {ready.toReversed().map((archive, at) => (
        <ReadyArchive
          key={archive.id}
          archive={archive}
          zone={show.timeZone}
          isMain={at === ready.length - 1 && !running}
        />
      ))}
    </div>
  )
}

function WordList({ id, title, words }: { id: string; title: string; words: readonly string[] }) {
  return (
    <section className="grid grid-cols-1 gap-2" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul className="grid list-disc grid-cols-1 gap-1 pl-6">
        {words.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
    </section>
  )
}

function ReadyArchive({ archive, zone, isMain }: { archive: Archive; zone: string; isMain: boolean }) {
  const { id, finishedAt, createdAt, sizeBytes } = archive
  const madeAt = finishedAt ?? createdAt
  const until = new Date(madeAt.getTime() + archiveDays * 86_400_000)
  const day = (at: Date) =>
    at.toLocaleDateString('fr-FR', { weekday: 'long', day: 'numeric', month: 'long', timeZone: zone })
  return (
    <section className="grid grid-cols-1 gap-3" aria-label={`Archive du ${day(madeAt)}`}>
      <p>
        Archive du {day(madeAt)}, {weight(sizeBytes ?? 0)}. Elle contient tout&nbsp;: rangez-la en lieu sûr.
        Elle s’efface d’ici {day(until)}.
      </p>
      <div className="flex flex-wrap gap-3">
        <RemoveArchive id={id} />
        <ButtonLink
          href={`${archivesPath}${id}.zip`}
          variant={isMain ? 'primary' : 'secondary'}
          icon={<Download />}
          download
        >
          Télécharger l’archive
        </ButtonLink>
      </div>
    </section>
  )
}
