import { requireRight } from '#app/_door/session.ts'
import { currentZone } from '#app/_show/current-show.ts'
import { PageHeader } from '#app/_ui/page-header.tsx'
import { theDb } from '#lib/db/db.server.ts'
import { theSite } from '#lib/machine/site.server.ts'
import { can } from '#lib/people/can.ts'
import { readTokens } from '#lib/people/token.server.ts'
import { AccessList } from './access-list.tsx'
import { AccessMaker } from './access-maker.tsx'

export const metadata = { title: 'Accès pour les outils du studio' }

/** Keys with which a studio's own tools read the rundown and call the show as whoever made them. */
export default async function Page() {
  const actor = await requireRight('studio.enter', '/regie/parametres/acces')
  const [tokens, timeZone] = await Promise.all([readTokens(theDb(), actor, 'api'), currentZone()])
  const day = { weekday: 'long', day: 'numeric', month: 'long', timeZone } as const
  const keys = tokens.map(({ id, name, createdAt, usedAt }) => ({
    id,
    name,
    madeOn: createdAt.toLocaleDateString('fr-FR', day),
    // The hour is known to the hour only.
    usedOn: usedAt?.toLocaleString('fr-FR', { ...day, hour: 'numeric' }) ?? null,
  }))
  return (
    <div className="grid max-w-2xl grid-cols-1 gap-10">
      <PageHeader
        title="Accès pour les outils du studio"
        standfirst="Un boîtier de boutons ou un logiciel de régie peut lire le conducteur et lancer les lignes, avec une clé."
        back={
          can(actor, 'show.edit', null)
            ? { href: '/regie/parametres', label: 'Réglages' }
            : { href: '/regie/emissions', label: 'Émissions' }
        }
      />
      <AccessMaker />
      <AccessList keys={keys} />
      <section className="grid grid-cols-1 gap-3">
        <h2>Brancher un outil</h2>
        <p>
          L’outil s’adresse à cette adresse, et montre sa clé. Le mode d’emploi est dans la documentation du
          logiciel, à la page « api ».
        </p>
        <code className="block max-w-full select-all break-all rounded-card border-2 border-border bg-surface px-4 py-3">
          {theSite().baseUrl}/api/episodes/
        </code>
      </section>
    </div>
  )
}
