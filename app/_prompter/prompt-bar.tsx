import {
  ChevronsDown,
  ChevronsUp,
  Keyboard,
  Maximize,
  Pause,
  Play,
  Rabbit,
  Radio,
  SlidersHorizontal,
  Turtle,
} from 'lucide-react'
import { Button } from '#app/_ui/button.tsx'
import type { PromptDeed } from './keys.ts'
import { Tool } from './tool.tsx'

type Props = {
  isRunning: boolean
  pacePercent: number
  /** Null where there is no antenne to follow. */
  followsAir: boolean | null
  act: (deed: PromptDeed) => void
  onSettings: () => void
}

/** What one presses while reading; with a mouse the focus stays in the text, for pedals. */
export function PromptBar({ isRunning, pacePercent, followsAir, act, onSettings }: Props) {
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only keeps a mouse from taking the focus
    <div className="prompt-bar" onMouseDown={(event) => event.preventDefault()}>
      <div className="prompt-go">
        <Button variant="primary" wide icon={isRunning ? <Pause /> : <Play />} onClick={() => act('toggle')}>
          {isRunning ? 'Pause' : 'Démarrer'}
        </Button>
      </div>
      <Tool icon={<Turtle />} onPress={() => act('slower')}>
        Moins vite
      </Tool>
      <p className="prompt-pace tabular">
        <span className="sr-only">Allure : </span>
        {pacePercent} %
      </p>
      <Tool icon={<Rabbit />} onPress={() => act('faster')}>
        Plus vite
      </Tool>
      <Tool icon={<ChevronsUp />} onPress={() => act('pageBack')} isWide>
        Reculer
      </Tool>
      <Tool icon={<ChevronsDown />} onPress={() => act('pageOn')} isWide>
        Avancer
      </Tool>
      {followsAir !== null && (
        <Tool icon={<Radio />} onPress={() => act('follow')} isOn={followsAir}>
          Suivre l’antenne
        </Tool>
      )}
      <Tool icon={<SlidersHorizontal />} onPress={onSettings} opensPanel>
        Réglages
      </Tool>
      <Tool icon={<Keyboard />} onPress={() => act('help')} opensPanel>
        Touches
      </Tool>
      <Tool icon={<Maximize />} onPress={() => act('fullScreen')} isWide>
        Plein écran
      </Tool>
    </div>
  )
}
