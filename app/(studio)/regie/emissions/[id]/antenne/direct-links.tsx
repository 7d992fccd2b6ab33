'use client'
import { Link2, Unlink } from 'lucide-react'
import { useAct } from '#app/_door/use-act.ts'
import { timeFigures } from '#app/_rundown/air-words.ts'
import { Card } from '#app/_ui/card.tsx'
import { FormMessage } from '#app/_ui/form-message.tsx'
import { SubmitButton } from '#app/_ui/submit-button.tsx'
import { cutLinkAction, makeLinkAction } from './actions.ts'
import { CopyLink } from './copy-link.tsx'

type Made = { id: string; by: string; madeAt: number; isUsed: boolean }
type Props = { episodeId: string; links: readonly Made[]; zone: string; isRehearsal: boolean }

/** Addresses at which somebody without an account follows this one show; each can be cut. */
export function DirectLinks({ episodeId, links, zone, isRehearsal }: Props) {
  const making = useAct(makeLinkAction)
  const cutting = useAct(cutLinkAction)
  const made = making.outcome?.ok ? making.outcome.value : null
  const address = made && isRehearsal ? `${made}?repetition` : made
  return (
    <Card title="Suivre sans compte">
      <p>
        Un invité ou la radio peut suivre l’émission avec un lien : les titres et les temps, rien d’autre.
      </p>
      {isRehearsal && <p>Fait ici, le lien montre la répétition, puis l’émission dès qu’elle commence.</p>}
      {address && <CopyLink address={address} />}
      <form action={making.send} className="grid justify-items-start gap-3">
        <input type="hidden" name="episodeId" value={episodeId} />
        <FormMessage tone={making.tone}>{making.words}</FormMessage>
        <SubmitButton variant="secondary" icon={<Link2 />}>
          Faire un lien
        </SubmitButton>
      </form>
      <FormMessage tone={cutting.tone}>{cutting.words}</FormMessage>
      {links.length > 0 && (
        <ul className="grid gap-2">
          {links.map(({ id, by, madeAt, isUsed }) => (
            <li key={id} className="flex flex-wrap items-center justify-between gap-3">
              <span>
                Lien de {by}, {dayFigures(madeAt, zone)}, {isUsed ? 'déjà ouvert' : 'pas encore ouvert'}
              </span>
              <form action={cutting.send}>
                <input type="hidden" name="episodeId" value={episodeId} />
                <input type="hidden" name="linkId" value={id} />
                <SubmitButton variant="danger" icon={<Unlink />}>
                  Couper ce lien
                </SubmitButton>
              </form>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

function dayFigures(at: number, zone: string): string {
  const day = new Intl.DateTimeFormat('fr-FR', { day: 'numeric', month: 'long', timeZone: zone }).format(at)
  return `${day} à ${timeFigures(at, zone, null).slice(0, 5)}`
}
