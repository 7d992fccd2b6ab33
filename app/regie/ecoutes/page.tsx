import { FileDown } from 'lucide-react'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { requireRight } from '#app/_door/session.ts'
import { currentShow } from '#app/_show/current-show.ts'
import { ButtonLink } from '#app/_ui/button-link.tsx'
import { EmptyState } from '#app/_ui/empty-state.tsx'
import { PageHeader } from '#app/_ui/page-header.tsx'
import { theDb } from '#lib/db/db.server.ts'
import { type Figures, readFigures } from '#lib/report/figures.server.ts'
import { isMonth } from '#lib/report/period.ts'
import { FigureTable } from './figure-table.tsx'
import { periodWords, restOfApps, restOfEpisodes, toldWords } from './figure-words.ts'
import { PeriodForm } from './period-form.tsx'
import { StepChart } from './step-chart.tsx'

export const metadata = { title: 'Écoutes' }

type Props = { searchParams: Promise<{ periode?: string | string[] }> }

/** How often the podcast was downloaded, without anything about who listens. */
export default async function Page({ searchParams }: Props) {
  const actor = await requireRight('report.read', '/regie/ecoutes')
  if (!(await currentShow())) redirect('/premiers-pas')
  const { periode } = await searchParams
  const asked = typeof periode === 'string' ? periode : null
  const figures = await readFigures(theDb(), actor, asked, new Date())
  return (
    <>
      <PageHeader
        title="Écoutes"
        back={{ href: '/regie', label: 'Régie' }}
        standfirst="Combien de fois le podcast a été téléchargé, sans rien savoir de qui écoute. L’écoute à la radio ne se compte pas ici."
      />
      {figures.isCounting ? (
        <Counted figures={figures} />
      ) : (
        <EmptyState title="Pas encore de téléchargement">
          <p>Les chiffres arrivent quand un numéro publié est écouté au moins une minute.</p>
        </EmptyState>
      )}
      <p className="mt-8">
        <Link href="/methode" prefetch={false} className="inline-flex min-h-12 items-center">
          Comment nous comptons
        </Link>
      </p>
    </>
  )
}

function Counted({ figures }: { figures: Figures }) {
  const { period, total } = figures
  return (
    <div className="grid grid-cols-1 gap-10">
      <PeriodForm period={period} periods={figures.periods} />
      <section className="grid grid-cols-1 gap-2">
        <h2 className="first-letter:uppercase">{periodWords(period)}</h2>
        <p className="text-lead">
          <strong className="tabular">{toldWords(total)}</strong> téléchargements
        </p>
        <p className="text-ink-2">
          Chaque chiffre est arrondi à 5 en dessous : un total peut dépasser la somme de ses lignes.
        </p>
      </section>
      <StepChart title={isMonth(period) ? 'Jour par jour' : 'Mois par mois'} steps={figures.steps} />
      <FigureTable title="Par numéro" lines={figures.episodes} rest={restOfEpisodes} />
      <div className="grid grid-cols-1 gap-10 lg:grid-cols-2">
        <FigureTable title="Par application" lines={figures.apps} rest={restOfApps} />
        <FigureTable
          title="Par rubrique"
          hint="Un numéro compte pour chacune de ses rubriques."
          lines={figures.rubrics}
        />
      </div>
      <div>
        <ButtonLink
          href={`/regie/ecoutes/chiffres.csv?periode=${period}`}
          variant="primary"
          icon={<FileDown />}
          download
        >
          Télécharger les chiffres
        </ButtonLink>
      </div>
    </div>
  )
}
