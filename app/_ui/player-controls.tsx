import { Pause, Play, RotateCcw, RotateCw } from 'lucide-react'
import { useId } from 'react'
import { formatDuration } from '#lib/time/duration.ts'
import { PlayerTrack } from './player-track.tsx'
import type { Playing } from './use-audio.ts'

type Props = {
  title: string
  state: Playing
  peaks: readonly number[] | undefined
  toggle: () => void
  seek: (at: number) => void
  speed: (rate: number) => void
}

const rates = [0.8, 1, 1.25, 1.5]
const roundButton =
  'inline-flex size-16 flex-none items-center justify-center rounded-pill border-2 border-brick bg-brick text-on-fill ' +
  'hover:border-brick-pressed hover:bg-brick-pressed'

const jumpButton =
  'inline-flex min-h-12 min-w-12 items-center justify-center gap-2 rounded-card px-2 font-bold hover:bg-sand'

/**
 * Play first, since it is what one comes for; then fifteen seconds either way, the speed, the place in the
 * sound. Each is a plain button or field.
 */
export function PlayerControls({ title, state, peaks, toggle, seek, speed }: Props) {
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
        <Jump way="Reculer de" back onPress={() => seek(state.at - 15)} />
        <Jump way="Avancer de" onPress={() => seek(state.at + 15)} />
        <p className="tabular whitespace-nowrap">
          {time(state.at)} <span className="text-ink-2">sur {time(state.length)}</span>
        </p>
        <Speed choose={speed} />
      </div>
      <PlayerTrack title={title} state={state} peaks={peaks} seek={seek} />
      <p role="status" className="text-ink-2 empty:hidden">
        {state.failed && 'Le son ne vient pas. Vérifiez le réseau, puis touchez à nouveau Écouter.'}
        {!state.failed && state.waiting && 'Le son arrive…'}
      </p>
    </>
  )
}

/** The words that are seen are in the button's name, so that who speaks to the device can say them. */
function Jump({ way, back, onPress }: { way: string; back?: boolean; onPress: () => void }) {
  const Sign = back ? RotateCcw : RotateCw
  return (
    <button type="button" onClick={onPress} className={jumpButton}>
      <Sign />
      <span className="sr-only">{way}</span> <span className="tabular">15 s</span>
    </button>
  )
}

function Speed({ choose }: { choose: (rate: number) => void }) {
  const id = useId()
  return (
    <span className="ml-auto flex min-w-0 flex-wrap items-center gap-2">
      <label htmlFor={id} className="text-small text-ink-2">
        Vitesse
      </label>
      <select
        id={id}
        defaultValue={1}
        onChange={(event) => choose(Number(event.target.value))}
        className="min-h-12 rounded-card border-2 border-border bg-surface px-3"
      >
        {rates.map((rate) => (
          <option key={rate} value={rate}>
            {rate.toLocaleString('fr-FR')} ×
          </option>
        ))}
      </select>
    </span>
  )
}
