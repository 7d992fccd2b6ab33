'use client'
import { useRef } from 'react'
import { type Comfort, comfortAttributes, comfortCookie, comfortOf, writeComfort } from './comfort.ts'
import { RadioCards } from './radio-cards.tsx'
import { SubmitButton } from './submit-button.tsx'

type Props = {
  current: Comfort
  /** Where the form goes when no script runs: sets the same cookie and comes back. */
  action?: (form: FormData) => void | Promise<void>
}

/** The comfort settings. Each choice applies at once and is remembered for a year on this device. */
export function ComfortSettings({ current, action }: Props) {
  const form = useRef<HTMLFormElement>(null)
  const apply = () => {
    if (form.current) wear(comfortOf(Object.fromEntries(new FormData(form.current))))
  }
  return (
    <form ref={form} action={action} onChange={apply} className="grid w-full grid-cols-1 gap-8">
      <RadioCards label="Taille du texte" name="text" defaultValue={current.text} choices={textChoices} />
      <RadioCards label="Couleurs" name="theme" defaultValue={current.theme} choices={themeChoices} />
      <RadioCards label="Lettres" name="font" defaultValue={current.font} choices={fontChoices} />
      <RadioCards
        label="Espace entre les lettres et les lignes"
        name="spacing"
        defaultValue={current.spacing}
        choices={spacingChoices}
      />
      <noscript>
        <SubmitButton>Garder ces réglages</SubmitButton>
      </noscript>
    </form>
  )
}

function wear(comfort: Comfort): void {
  for (const [name, value] of Object.entries(comfortAttributes(comfort))) {
    if (value === null) document.documentElement.removeAttribute(name)
    else document.documentElement.setAttribute(name, value)
  }
  const secure = location.protocol === 'https:' ? '; Secure' : ''
  // biome-ignore lint/suspicious/noDocumentCookie: cookieStore is still missing from the phones in use.
  document.cookie = `${comfortCookie}=${writeComfort(comfort)}; Path=/; Max-Age=31536000; SameSite=Lax${secure}`
}

const textChoices = [
  { value: '100', label: 'Normal' },
  { value: '112', label: 'Un peu plus grand' },
  { value: '125', label: 'Plus grand' },
  { value: '150', label: 'Grand' },
  { value: '175', label: 'Très grand' },
  { value: '200', label: 'Le double' },
]
const themeChoices = [
  { value: 'auto', label: 'Comme l’appareil' },
  { value: 'light', label: 'Clair' },
  { value: 'dark', label: 'Sombre' },
  { value: 'contrast', label: 'Contraste fort', hint: 'Blanc et jaune sur noir' },
]
const fontChoices = [
  { value: 'atkinson', label: 'Atkinson Hyperlegible', hint: 'Des lettres bien distinctes' },
  { value: 'dyslexic', label: 'OpenDyslexic', hint: 'Des lettres lourdes en bas' },
]
const spacingChoices = [
  { value: 'normal', label: 'Normal' },
  { value: 'large', label: 'Aéré' },
]
