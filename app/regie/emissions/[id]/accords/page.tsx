import { Download, FilePlus, UsersRound } from 'lucide-react'
import { found } from '#app/_door/found.ts'
import { requireRight } from '#app/_door/session.ts'
import { ButtonLink } from '#app/_ui/button-link.tsx'
import { FormMessage } from '#app/_ui/form-message.tsx'
import { theDb } from '#lib/db/db.server.ts'
import { neededUses, verdictOf } from '#lib/rights/consent.ts'
import { type LineVoices, readLineVoices } from '#lib/rundown/line-voices.server.ts'
import { LineVoicesItem } from './line-voices-item.tsx'

export const metadata = { title: 'Accords' }

const isSettled = ({ voices }: LineVoices) =>
  voices.length > 0 && voices.every((voice) => neededUses.every((use) => verdictOf(voice, use) !== 'missing'))

/** The voices of an episode: those whose yes is missing first, then lines where nobody is named, then the rest. */
export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireRight('workspace.enter')
  const { id } = await params
  const lines = await found(readLineVoices(theDb(), actor, id))
  const missing = lines.filter((line) => line.voices.length > 0 && !isSettled(line))
  const unknown = lines.filter(({ voices }) => voices.length === 0)
  const settled = lines.filter(isSettled)
  return (
    <div className="grid max-w-3xl grid-cols-1 gap-10">
      {/* Where nobody is written down, nothing is known to be fine. */}
      {missing.length === 0 && settled.length > 0 && (
        <FormMessage tone="ok">Aucun accord ne manque aux personnes qui sont notées.</FormMessage>
      )}
      {missing.length > 0 && (
        <Part title="Il manque un accord" lines={missing}>
          Tant qu’un accord manque, le passage n’est pas mis dans ce que l’on fabrique.
        </Part>
      )}
      <p className="flex flex-wrap gap-2">
        <ButtonLink
          href={`/api/episodes/${id}/accords.pdf`}
          variant={missing.length > 0 ? 'primary' : 'secondary'}
          icon={<Download />}
          download
        >
          {missing.length > 0 ? 'Toutes les feuilles à signer' : 'Une feuille vierge à signer'}
        </ButtonLink>
      </p>
      {unknown.length > 0 && (
        <Part title="Personne n’est noté" lines={unknown}>
          On ne sait pas qui parle ici. Rien n’est bloqué : demandez, puis notez.
        </Part>
      )}
      {settled.length > 0 && <Part title="Tout le monde a répondu" lines={settled} />}
    </div>
  )
}

function Part({ title, lines, children }: { title: string; lines: LineVoices[]; children?: string }) {
  return (
    <section className="grid grid-cols-1 gap-3">
      <h2>{title}</h2>
      {children && <p>{children}</p>}
      <ul className="grid grid-cols-1 gap-3">
        {lines.map((line) => (
          <LineVoicesItem key={line.id} line={line}>
            {line.storyId ? (
              <ButtonLink href={`/sujets/${line.storyId}/accords`} icon={<UsersRound />}>
                Les accords du sujet
              </ButtonLink>
            ) : (
              <ButtonLink href="/regie/sons" icon={<FilePlus />}>
                Ranger ce son dans un sujet
              </ButtonLink>
            )}
          </LineVoicesItem>
        ))}
      </ul>
    </section>
  )
}
