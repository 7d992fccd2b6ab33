import { Clock, Flag, MonitorUp, Theater } from 'lucide-react'
import { Button } from '#app/_ui/button.tsx'
import { ButtonLink } from '#app/_ui/button-link.tsx'
import { Checkbox } from '#app/_ui/checkbox.tsx'
import type { Current } from '#lib/rundown/air-view.ts'
import { useWarningSound } from './use-warning-sound.ts'

type Props = {
  /** The episode's address. */
  at: string
  isRehearsal: boolean
  current: Current | null
  /** Lines are left, and the show may be over all the same. */
  mayEnd: boolean
  onEnd: () => void
}

/** The less frequent: a sound near the end of lines, the screens on which it is read, a rehearsal, the end before the last line. */
export function AirTools({ at, isRehearsal, current, mayEnd, onEnd }: Props) {
  const which = isRehearsal ? '?repetition' : ''
  const warning = useWarningSound(current?.id ?? null, current?.phase ?? null)
  return (
    <div className="grid gap-3">
      <Checkbox
        name="son"
        label="Un son à 2 minutes et à 1 minute"
        hint="Il sort des haut-parleurs de cet appareil : pas près d’un micro ouvert."
        checked={warning.isOn}
        onChange={(event) => warning.turn(event.currentTarget.checked)}
      />
      <div className="flex flex-wrap gap-2">
        <ButtonLink href={`${at}/horloge${which}`} icon={<Clock />}>
          Horloge du studio
        </ButtonLink>
        <ButtonLink href={`${at}/presentation${which}`} icon={<MonitorUp />}>
          Écran de présentation
        </ButtonLink>
        {!isRehearsal && !current && (
          <ButtonLink href={`${at}/antenne?repetition`} icon={<Theater />}>
            Répéter
          </ButtonLink>
        )}
        {mayEnd && (
          <Button variant="danger" icon={<Flag />} onClick={onEnd}>
            Fin de l’émission
          </Button>
        )}
      </div>
    </div>
  )
}
