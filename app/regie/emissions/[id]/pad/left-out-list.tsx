import { UsersRound } from 'lucide-react'
import { ButtonLink } from '#app/_ui/button-link.tsx'
import { Clock } from '#app/_ui/clock.tsx'
import type { LeftOut } from '#lib/master/items.ts'
import type { PlannedLine } from '#lib/master/plan.ts'
import { findStandIn } from '#lib/master/stand-in.ts'

const reasons: Record<LeftOut['reason'], string> = {
  'no-sound': 'pas encore de son',
  skipped: 'mis de côté dans le conducteur',
  'antenne-only': 'à l’antenne seulement',
  'podcast-only': 'dans le podcast seulement',
  'commercial-music': 'musique du commerce, à l’antenne seulement',
  'consent-missing': 'il manque l’accord d’une personne qui parle',
  'consent-refused': 'une personne qui parle a dit non',
  damaged: 'le son n’est pas utilisable',
  silent: 'on n’y entend rien',
}

type Props = { episodeId: string; leftOut: readonly LeftOut[]; lines: readonly PlannedLine[] }

/** What will not be in a master, why, and what stands there instead. */
export function LeftOutList({ episodeId, leftOut, lines }: Props) {
  if (leftOut.length === 0) return null
  return (
    <div className="grid gap-2 rounded-card bg-sand p-4">
      <h3>Ce qui n’y sera pas</h3>
      <ul className="list-disc pl-6">
        {leftOut.map((item) => {
          const standIn = findStandIn(lines, item.itemId)
          return (
            <li key={item.itemId}>
              {item.title || 'Sans titre'} : {reasons[item.reason]}.
              {standIn && (
                <span className="block text-ink-2">
                  À la place, une virgule de <Clock durationMs={standIn.endMs - standIn.startMs} />.
                </span>
              )}
            </li>
          )
        })}
      </ul>
      {leftOut.some(({ reason }) => reason.startsWith('consent-')) && (
        <p>
          <ButtonLink href={`/regie/emissions/${episodeId}/accords`} icon={<UsersRound />}>
            Voir les accords
          </ButtonLink>
        </p>
      )}
    </div>
  )
}
