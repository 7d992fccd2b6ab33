import { Pause, Play, RotateCcw, RotateCw } from 'lucide-react'
import { useId } from 'react'
import { formatDuration } from '#lib/time/duration.ts'
import { PlayerTrack } from './player-track.tsx'
import type { Playing } from './use-audio.ts'
import { speeds } from './use-speed.ts'

type Props = {
  title: string
  state: Playing
  peaks?: readonly number[] | undefined
  toggle: () => void
  seek: (at: number) => void
  rate: number
  speed: (rate: number) => void
}

/** Back to hear a sentence again, on past what one knows, seconds. */
const BACK = 15
const ON = 30
const roundButton =
  'inline-flex size-16 flex-none items-center justify-center rounded-pill border-2 border-brick bg-brick text-on-fill ' +
  'hover:border-brick-pressed hover:bg-brick-pressed'

const jumpButton =
  'inline-flex min-h-12 min-w-12 items-center justify-center gap-2 rounded-card px-2 font-bold hover:bg-sand'

/**
 * Play first, since it is what one comes for; then back and on, the speed, the place in the sound. Each is a plain
 * button or field.
 */
export function PlayerControls({ title, state, peaks, toggle, seek, rate, speed }: Props) {
  const time = (at: number) => formatDuration(at * 1000)
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <button
          type="button"
          onClick={toggle}
          className={roundButton}
          aria-label={state.playing ? 'Pause' : 'Écouter'}
        >
          {state.playing ? <Pause size={28} /> : <Play size={28} className="translate-x-0.5" />}
        </button>
        <Jump way="Reculer de" by={-BACK} onPress={() => seek(state.at - BACK)} />
        <Jump way="Avancer de" by={ON} onPress={() => seek(state.at + ON)} />
        <p className="tabular whitespace-nowrap">
          {time(state.at)} <span className="text-ink-2">sur {time(state.length)}</span>
        </p>
        <Speed rate={rate} choose={speed} />
      </div>
      <PlayerTrack title={title} state={state} peaks={peaks} seek={seek} />
    </>
  )
}

/** The words that are seen are in the button's name, so that who speaks to the device can say them. */
function Jump({ way, by, onPress }: { way: string; by: number; onPress: () => void }) {
  const Sign = by < 0 ? RotateCcw : RotateCw
  return (
    <button type="button" onClick={onPress} className={jumpButton}>
      <Sign />
      <span className="sr-only">{way}</span> <span className="tabular">{Math.abs(by)}&nbsp;s</span>
    </button>
  )
}

function Speed({ rate, choose }: { rate: number; choose: (rate: number) => void }) {
  const id = useId()
  return (
    <span className="ml-auto flex min-w-0 flex-wrap items-center gap-2">
      <label htmlFor={id} className="text-small text-ink-2">
        Vitesse
      </label>
      <select
        id={id}
        value={rate}
        onChange={(event) => choose(Number(event.target.value))}
        className="min-h-12 rounded-card border-2 border-border bg-surface px-3"
      >
        {speeds.map((one) => (
          <option key={one} value={one}>
            {one.toLocaleString('fr-FR')} ×
          </option>
        ))}
      </select>
    </span>
  )
}
