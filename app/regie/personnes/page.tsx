import { UserPlus } from 'lucide-react'
import Link from 'next/link'
import { requireRight } from '#app/_door/session.ts'
import { Badge } from '#app/_ui/badge.tsx'
import { ButtonLink } from '#app/_ui/button-link.tsx'
import { PageHeader } from '#app/_ui/page-header.tsx'
import { theDb } from '#lib/db/db.server.ts'
import { theSite } from '#lib/machine/site.server.ts'
import { readWaitingLetters } from '#lib/people/letter.server.ts'
import { readMembers } from '#lib/people/members.server.ts'
import { roleWords } from './role-words.ts'
import { WaitingLetters } from './waiting-letters.tsx'

export const metadata = { title: 'Personnes' }

/** Everybody at the radio, their card, and the letters that wait to be handed over. */
export default async function Page() {
  const actor = await requireRight('people.manage', '/regie/personnes')
  const people = await readMembers(theDb(), actor)
  const letters = await readWaitingLetters(theDb(), actor)
  return (
    <>
      <PageHeader
        title="Personnes"
        standfirst="On entre avec sa carte imprimée, ou avec un lien."
        actions={
          <ButtonLink href="/regie/personnes/ajouter" variant="primary" icon={<UserPlus />}>
            Ajouter une personne
          </ButtonLink>
        }
      />
      <WaitingLetters
        mailWorks={theSite().mailWorks}
        letters={letters.map(({ id, name, email, purpose }) => ({ id, name, email, purpose }))}
      />
      <ul className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
        {people.map((person) => (
          <li
            key={person.id}
            className="grid content-start gap-2 rounded-card border-2 border-border bg-surface p-4"
          >
            <Link
              href={`/regie/personnes/${person.id}`}
              className="inline-flex min-h-12 items-center text-lead font-bold"
            >
              {person.name}
            </Link>
            <p className="text-ink-2">
              {roleWords[person.role]}
              {person.house && ` · ${person.house}`}
            </p>
            <p className="flex flex-wrap gap-2">
              <AccessBadge person={person} />
            </p>
          </li>
        ))}
      </ul>
    </>
  )
}

function AccessBadge({ person }: { person: Awaited<ReturnType<typeof readMembers>>[number] }) {
  if (person.suspendedAt) return <Badge tone="warn">Porte fermée</Badge>
  if (person.devices.length > 0) {
    return (
      <Badge tone="ok">
        {person.devices.length === 1 ? '1 appareil' : `${person.devices.length} appareils`}
      </Badge>
    )
  }
  if (person.card) return <Badge tone="info">Carte faite</Badge>
  return <Badge pending>Pas encore de carte</Badge>
}
