import { Flag, Minus, Pause, Play, Plus, SkipForward } from 'lucide-react'
import type { ComponentProps } from 'react'
import type { LiveAirView } from '#app/_rundown/live-air.ts'
import { Button } from '#app/_ui/button.tsx'
import { type AirGestures, STEP_MS } from './air-keys.ts'

type Props = { view: LiveAirView; gestures: AirGestures; onEnd: () => void }

/** What can be done to the show, under the thumb: the next line, more or less time, a pause. */
export function AirButtons({ view, gestures, onEnd }: Props) {
  const { stage, current, next } = view
  const { give, pause } = gestures
  return (
    <div className="grid gap-2">
      {current && (
        <div className="flex flex-wrap gap-2">
          <Tool icon={<Minus />} onPress={() => give(-STEP_MS)} name="30 secondes de moins">
            30 s
          </Tool>
          <Tool icon={<Plus />} onPress={() => give(STEP_MS)} name="30 secondes de plus">
            30 s
          </Tool>
        </div>
      )}
      <div className="flex flex-wrap items-center gap-2">
        {current && (
          // As wide for one word as for the other: nothing moves under the thumb.
          <div className="grid min-w-[min(10rem,100%)]">
            <Button icon={current.isPaused ? <Play /> : <Pause />} onClick={pressed(pause)}>
              {current.isPaused ? 'Reprendre' : 'Pause'}
            </Button>
          </div>
        )}
        {next && stage !== 'after' && (
          <Main icon={current ? <SkipForward /> : <Play />} onPress={gestures.next}>
            {current ? 'Suivant' : 'Commencer l’émission'}
          </Main>
        )}
        {current && !next && (
          <Main icon={<Flag />} onPress={onEnd}>
            Fin de l’émission
          </Main>
        )}
      </div>
    </div>
  )
}

type PressProps = Pick<ComponentProps<typeof Button>, 'icon' | 'children'> & {
  onPress: () => void
  /** Read instead of the words where a sign stands for some of them. */
  name?: string
}

function Main({ icon, onPress, children }: PressProps) {
  return (
    <div className="grow">
      <Button variant="primary" wide icon={icon} onClick={pressed(onPress)}>
        {children}
      </Button>
    </div>
  )
}

function Tool({ icon, onPress, name, children }: PressProps) {
  return (
    <div className="grow">
      <Button wide icon={icon} onClick={pressed(onPress)} aria-label={name}>
        {children}
      </Button>
    </div>
  )
}

/** After a touch or a click the button lets go of the focus: Space is then the next line again, not this button. */
const pressed = (onPress: () => void): ComponentProps<'button'>['onClick'] => {
  return (event) => {
    if (event.detail > 0) event.currentTarget.blur()
    onPress()
  }
}
