'use client'
import { useState } from 'react'
import { type Device, HelpPicture } from './help-picture.tsx'

const names: Record<Device, string> = {
  android: 'Téléphone Android',
  iphone: 'iPhone, iPad',
  computer: 'Ordinateur',
}

const steps: Record<Device, readonly [sign: string, say: string, allow: string]> = {
  android: [
    'Touchez le petit signe à gauche de l’adresse, en haut de l’écran.',
    'Touchez « Autorisations ».',
    'À la ligne « Micro », choisissez « Autoriser ».',
  ],
  iphone: [
    'Touchez le bouton à gauche de l’adresse, en bas ou en haut de l’écran.',
    'Touchez les trois points, puis « Réglages du site web ».',
    'À la ligne « Microphone », choisissez « Autoriser ».',
  ],
  computer: [
    'Cliquez sur le petit signe à gauche de l’adresse, en haut de la fenêtre.',
    'Cherchez la ligne « Micro ». Elle est parfois sous « Autorisations ».',
    'Choisissez « Autoriser ».',
  ],
}

/** Where to say yes to the microphone, in pictures, for the device one holds or another. */
export function MicrophoneHelp() {
  const [device, setDevice] = useState<Device>(deviceOf(navigator.userAgent))
  return (
    <details className="basis-full">
      <summary className="min-h-12 py-2 font-bold underline underline-offset-4">
        Touchez ici, on vous montre où dire oui
      </summary>
      <fieldset className="flex flex-wrap gap-x-5">
        <legend className="sr-only">Votre appareil</legend>
        {(['android', 'iphone', 'computer'] as const).map((one) => (
          <label key={one} className="flex min-h-12 items-center gap-2">
            <input
              type="radio"
              name="device"
              checked={device === one}
              onChange={() => setDevice(one)}
              className="size-6 accent-brick"
            />
            {names[one]}
          </label>
        ))}
      </fieldset>
      <ol className="grid gap-4 py-2 sm:grid-cols-3">
        {steps[device].map((line, at) => (
          <li key={line} className="grid content-start gap-2">
            <HelpPicture device={device} step={at} />
            <span>
              <strong>{at + 1}.</strong> {line}
            </span>
          </li>
        ))}
      </ol>
      <p>Puis revenez ici et touchez « Réessayer ».</p>
    </details>
  )
}

function deviceOf(browser: string): Device {
  if (/iPhone|iPad/.test(browser)) return 'iphone'
  return /Android/.test(browser) ? 'android' : 'computer'
}
