import { Contrast, Minus, Moon, Plus, Sun } from 'lucide-react'
import { Button } from '#app/_ui/button.tsx'
import { Checkbox } from '#app/_ui/checkbox.tsx'
import { Dialog } from '#app/_ui/dialog.tsx'
import { RadioCards } from '#app/_ui/radio-cards.tsx'
import type { PromptDeed } from './keys.ts'
import { looks, margins, type PromptSettings } from './settings.ts'

type Props = {
  open: boolean
  onClose: () => void
  settings: PromptSettings
  sizePx: number
  change: (changed: Partial<PromptSettings>) => void
  act: (deed: PromptDeed) => void
}

const lookChoices = [
  { value: 'dark', label: 'Sombre', icon: <Moon /> },
  { value: 'light', label: 'Clair', icon: <Sun /> },
  { value: 'contrast', label: 'Contraste fort', icon: <Contrast /> },
]
const marginChoices = [
  { value: 'narrow', label: 'Étroites' },
  { value: 'medium', label: 'Moyennes' },
  { value: 'wide', label: 'Larges' },
]

/** How the text looks. All of it is kept on this device. */
export function SettingsPanel({ open, onClose, settings, sizePx, change, act }: Props) {
  const { isMirrored, look, margin } = settings
  return (
    <Dialog title="Réglages du prompteur" open={open} onClose={onClose}>
      <fieldset className="grid gap-2">
        <legend className="mb-2 font-bold">Taille des lettres</legend>
        <div className="flex flex-wrap items-center gap-2">
          <Button icon={<Minus />} onClick={() => act('smaller')}>
            Plus petites
          </Button>
          <output className="tabular font-bold">{sizePx} px</output>
          <Button icon={<Plus />} onClick={() => act('larger')}>
            Plus grandes
          </Button>
        </div>
      </fieldset>
      <RadioCards
        label="Couleurs"
        name="look"
        choices={lookChoices}
        defaultValue={look}
        onChoose={(value) => change({ look: looks.find((one) => one === value) ?? look })}
      />
      <RadioCards
        label="Marges"
        name="margin"
        choices={marginChoices}
        defaultValue={margin}
        onChoose={(value) => change({ margin: margins.find((one) => one === value) ?? margin })}
      />
      <Checkbox
        name="mirror"
        label="Miroir, pour la glace d’un prompteur"
        checked={isMirrored}
        onChange={() => act('mirror')}
      />
      <p className="text-small">Ces réglages sont gardés sur cet appareil.</p>
    </Dialog>
  )
}
