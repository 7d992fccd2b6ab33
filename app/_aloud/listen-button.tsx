'use client'
import { AudioLines, Square } from 'lucide-react'
import { lazy, Suspense, useState, useSyncExternalStore } from 'react'
import { Button } from '#app/_ui/button.tsx'

const AloudBar = lazy(() => import('./aloud-bar.tsx'))

type Props = {
  /** A selector of what is read. */
  of: string
  children: string
}

/** Reads a part of the page aloud. Not there on a device without a French voice, nor without script. */
export function ListenButton({ of, children }: Props) {
  const canSpeak = useSyncExternalStore(hearVoices, hasFrenchVoice, () => false)
  const [isOpen, setOpen] = useState(false)
  if (!canSpeak) return null
  return (
    <div className="aloud print:hidden">
      <Button icon={isOpen ? <Square /> : <AudioLines />} onClick={() => setOpen(!isOpen)}>
        {isOpen ? 'Arrêter la voix' : children}
      </Button>
      {isOpen && (
        <Suspense>
          <AloudBar of={of} onEnd={() => setOpen(false)} />
        </Suspense>
      )}
    </div>
  )
}

/** Voices come some time after the page, in Chromium. */
function hearVoices(listener: () => void): () => void {
  if (typeof speechSynthesis === 'undefined') return () => undefined
  speechSynthesis.addEventListener('voiceschanged', listener)
  return () => speechSynthesis.removeEventListener('voiceschanged', listener)
}

function hasFrenchVoice(): boolean {
  return (
    typeof speechSynthesis !== 'undefined' &&
    speechSynthesis.getVoices().some(({ lang }) => /^fr/i.test(lang))
  )
}
