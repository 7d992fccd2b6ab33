import { found } from '#app/_door/found.ts'
import { requireRight } from '#app/_door/session.ts'
import { refusalWords } from '#app/_door/words.ts'
import { theShow } from '#app/_show/current-show.ts'
import { RefreshWhile } from '#app/_sound/refresh-while.tsx'
import { ErrorNote } from '#app/_ui/error-note.tsx'
import { PageHeader } from '#app/_ui/page-header.tsx'
import { theDb } from '#lib/db/db.server.ts'
import { theFiles } from '#lib/machine/files.server.ts'
import { type Import, readImport, readPreview } from '#lib/moving/import.server.ts'
import { FeedFacts } from './feed-facts.tsx'
import { ImportProgress, StartImport } from './import-controls.tsx'
import { ImportReport } from './import-report.tsx'

export const metadata = { title: 'Reprendre ce podcast' }

/** One feed: what it holds, then how far it is, then what became of each episode. */
export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const actor = await requireRight('show.edit', `/regie/parametres/reprendre/${id}`)
  const moved = await found(readImport(theDb(), actor, id))
  const isRunning = moved.state === 'asked' || moved.state === 'running'
  const [show, preview] = await Promise.all([
    theShow(),
    moved.report.length === 0 && !isRunning ? readPreview(theFiles(), moved) : null,
  ])
  return (
    <div className="grid max-w-3xl grid-cols-1 gap-8">
      <RefreshWhile active={isRunning} />
      <PageHeader
        title={preview?.show.title || 'Reprendre ce podcast'}
        standfirst={<span className="[overflow-wrap:anywhere]">{moved.source}</span>}
        back={{ href: '/regie/parametres/reprendre', label: 'Reprendre un podcast' }}
      />
      {moved.failure && (
        <ErrorNote title="La reprise s’est interrompue." safe="Ce qui est déjà repris est gardé.">
          {refusalWords(moved.failure, {})}
        </ErrorNote>
      )}
      {preview && <FeedFacts preview={preview} zone={show.timeZone} />}
      {isRunning && <ImportProgress id={id} progress={moved.progress} count={moved.report.length} />}
      {moved.report.length > 0 && <ImportReport moved={moved} />}
      {maySay(moved) && (preview?.episodes ?? 1) > 0 && <StartImport id={id} label={startWords(moved)} />}
    </div>
  )
}

const maySay = ({ state, file }: Import) => (state === 'stopped' || state === 'failed') && file !== null
const startWords = ({ report }: Import) =>
  report.length > 0 ? 'Continuer la reprise' : 'Reprendre ces numéros'
