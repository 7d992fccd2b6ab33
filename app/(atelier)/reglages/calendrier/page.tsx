import { requireActor } from '#app/_door/session.ts'
import { PageHeader } from '#app/_ui/page-header.tsx'
import { theDb } from '#lib/db/db.server.ts'
import { findCalendarAddress } from '#lib/episode/calendar.server.ts'
import { CalendarAddress } from './calendar-address.tsx'

export const metadata = { title: 'Mon calendrier' }

const dayWords = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeZone: 'Europe/Paris' })

/** A member's secret address for their own calendar app: made, renewed, ended. */
export default async function Page() {
  const actor = await requireActor('/reglages/calendrier')
  const known = await findCalendarAddress(theDb(), actor)
  const what =
    actor.role === 'resident'
      ? 'Les émissions et le jour où rendre les textes, dans le calendrier de votre téléphone.'
      : 'Les émissions, les textes, l’enregistrement et le fichier à la station, dans votre calendrier.'
  return (
    <>
      <PageHeader title="Mon calendrier" standfirst={what} />
      <div className="grid max-w-2xl gap-6">
        <CalendarAddress
          since={known && dayWords.format(known.createdAt)}
          lastUsed={known?.usedAt ? dayWords.format(known.usedAt) : null}
        />
      </div>
    </>
  )
}
