import { ExternalLink } from 'lucide-react'
import { requireActor } from '#app/_door/session.ts'
import { ButtonLink } from '#app/_ui/button-link.tsx'
import { PageHeader } from '#app/_ui/page-header.tsx'
import { theDb } from '#lib/db/db.server.ts'
import { readOwnPage } from '#lib/publishing/member-page.server.ts'
import { memberPath } from '#lib/publishing/member-page.ts'
import { OwnPageForm } from './own-page-form.tsx'

export const metadata = { title: 'Ma page sur le site' }

/** A member's page for listeners: theirs to ask for, to word, and to take away. */
export default async function Page() {
  const actor = await requireActor('/reglages/ma-page')
  const { slug, name, words } = await readOwnPage(theDb(), actor)
  return (
    <>
      <PageHeader
        title="Ma page sur le site"
        back={{ href: '/ma-bobine', label: 'Ma bobine' }}
        standfirst="Si vous le voulez, une page avec votre nom et les numéros où l’on vous entend. Rien n’y est sans votre oui, et vous pouvez la retirer quand vous voulez."
      />
      <div className="grid max-w-2xl grid-cols-1 gap-8">
        {slug && (
          <p>
            <ButtonLink href={memberPath(slug)} icon={<ExternalLink />}>
              Voir ma page
            </ButtonLink>
          </p>
        )}
        <OwnPageForm firstName={actor.name} name={name} words={words} isShown={slug !== null} />
      </div>
    </>
  )
}
