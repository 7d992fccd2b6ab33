import { Archive, Import, KeyRound } from 'lucide-react'
import { requireRight } from '#app/_door/session.ts'
import { currentLists, theShow } from '#app/_show/current-show.ts'
import { ButtonLink } from '#app/_ui/button-link.tsx'
import { FormMessage } from '#app/_ui/form-message.tsx'
import { PageHeader } from '#app/_ui/page-header.tsx'
import { theDb } from '#lib/db/db.server.ts'
import { categories } from '#lib/publishing/categories.ts'
import { readMove } from '#lib/publishing/podcast.server.ts'
import { formatDuration } from '#lib/time/duration.ts'
import { CoverPanel } from './cover-panel.tsx'
import { ListEditor } from './list-editor.tsx'
import { PodcastForm } from './podcast-form.tsx'
import { ShowForm } from './show-form.tsx'

export const metadata = { title: 'Réglages' }

type Props = { searchParams: Promise<Record<string, string | undefined>> }

/** Everything that is the show's own and not the software's. */
export default async function Page({ searchParams }: Props) {
  await requireRight('show.edit', '/regie/parametres')
  const [show, lists, { nouveau }] = await Promise.all([theShow(), currentLists(), searchParams])
  const move = await readMove(theDb(), show.movedTo)
  const { coverFile, podcastGuid, createdAt, changedAt, ...settings } = show
  return (
    <div className="grid max-w-2xl grid-cols-1 gap-12 [overflow-wrap:anywhere]">
      <PageHeader
        title="Réglages"
        standfirst="Le nom, l’heure, la station, et ce que la loi demande avant de publier."
      />
      {nouveau && (
        <FormMessage tone="ok">
          L’émission est ouverte. Complétez ce que vous savez déjà, le reste attendra.
        </FormMessage>
      )}
      <ShowForm
        show={settings}
        target={formatDuration(show.targetMs)}
        categories={categories.flatMap(({ name, label, subcategories }) => [
          { value: name, label },
          ...subcategories.map((sub) => ({
            value: `${name} › ${sub.name}`,
            label: `${label} › ${sub.label}`,
          })),
        ])}
      />
      <PodcastForm podcast={settings} moveWords={move && moveWords(move, show.timeZone)} />
      <CoverPanel
        src={coverFile ? `/couverture/${coverFile.split('/').at(-1)}` : null}
        isDrawn={coverFile?.startsWith('covers/drawn-') ?? true}
      />
      <ListEditor
        list="rubrics"
        title="Rubriques"
        hint="Les rendez-vous de l’émission."
        entries={lists.rubrics}
      />
      <ListEditor
        list="themes"
        title="Thèmes"
        hint="Ils se croisent avec les rubriques."
        entries={lists.themes}
      />
      <ListEditor
        list="houses"
        title="Maisons"
        hint="Les lieux d’où viennent les voix."
        entries={lists.houses}
      />
      <section className="grid grid-cols-1 justify-items-start gap-4">
        <h2>Outils du studio</h2>
        <p className="text-ink-2">Un boîtier de boutons ou un logiciel de régie entre avec une clé.</p>
        <ButtonLink href="/regie/parametres/acces" icon={<KeyRound />}>
          Accès pour les outils du studio
        </ButtonLink>
      </section>
      <section className="grid grid-cols-1 justify-items-start gap-4">
        <h2>Arriver, partir</h2>
        <p className="text-ink-2">Un podcast qui est ailleurs peut venir ici, et tout peut repartir d’ici.</p>
        <ButtonLink href="/regie/parametres/reprendre" icon={<Import />}>
          Reprendre un podcast
        </ButtonLink>
        <ButtonLink href="/regie/parametres/emporter" icon={<Archive />}>
          Tout emporter
        </ButtonLink>
      </section>
    </div>
  )
}

/** Where a move stands, for the field that holds the new address. */
function moveWords({ endsAt }: { endsAt: Date }, timeZone: string): string {
  const day = endsAt.toLocaleDateString('fr-FR', { day: 'numeric', month: 'long', year: 'numeric', timeZone })
  return endsAt.getTime() > Date.now()
    ? `Les applications l’apprennent. À partir du ${day}, l’ancienne adresse y mènera, et ne reviendra plus en arrière.`
    : `Depuis le ${day}, l’ancienne adresse mène ici. Des applications l’ont retenu pour toujours.`
}
