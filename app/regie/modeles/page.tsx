import { requireRight } from '#app/_door/session.ts'
import { theShow } from '#app/_show/current-show.ts'
import { EmptyState } from '#app/_ui/empty-state.tsx'
import { PageHeader } from '#app/_ui/page-header.tsx'
import { theDb } from '#lib/db/db.server.ts'
import { readAllTemplates } from '#lib/rundown/template-edit.server.ts'
import { TemplateCard } from './template-card.tsx'

export const metadata = { title: 'Modèles' }

/** The templates of the show: what an episode of each kind begins with, and when it airs. */
export default async function Page() {
  const actor = await requireRight('workspace.enter', '/regie/modeles')
  const templates = await readAllTemplates(theDb(), actor)
  const { slotWeekday, slotTime } = await theShow()
  return (
    <>
      <PageHeader
        title="Modèles"
        back={{ href: '/regie/saison', label: 'Saison' }}
        standfirst="Un modèle garde les lignes d’un numéro ordinaire et dit quand il passe. Les numéros se préparent ensuite tout seuls."
      />
      {templates.length === 0 ? (
        <EmptyState title="Pas encore de modèle">
          <p>
            Ouvrez la fiche d’un numéro dont l’ordre vous plaît, puis choisissez « Enregistrer ce conducteur
            comme modèle ».
          </p>
        </EmptyState>
      ) : (
        <ul className="grid gap-3 lg:grid-cols-2">
          {templates.map((template) => (
            <li key={template.id}>
              <TemplateCard template={template} slot={{ slotWeekday, slotTime }} />
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
