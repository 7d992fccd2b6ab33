'use client'
import { Download } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Button } from '#app/_ui/button.tsx'
import { Card } from '#app/_ui/card.tsx'

type Asking = Event & { prompt: () => Promise<unknown> }
const isAsking = (event: Event): event is Asking => 'prompt' in event

/** How to put the radio on the home screen; the browser's own question where it has one. Absent once it is there. */
export function InstallHint() {
  const [asking, setAsking] = useState<Asking | null>(null)
  const [isThere, setThere] = useState(false)
  useEffect(() => {
    setThere(matchMedia('(display-mode: standalone), (display-mode: minimal-ui)').matches)
    const offer = (event: Event) => {
      event.preventDefault()
      if (isAsking(event)) setAsking(event)
    }
    addEventListener('beforeinstallprompt', offer)
    return () => removeEventListener('beforeinstallprompt', offer)
  }, [])
  if (isThere) return null
  return (
    <Card title="Mettre La Bobine sur l’écran d’accueil">
      <p>
        Elle s’ouvre alors comme une application, même sans réseau, et un son reçu par message peut y être
        partagé. Dans le menu du navigateur, touchez « Ajouter à l’écran d’accueil ».
      </p>
      {asking && (
        <p>
          <Button icon={<Download />} onClick={() => void asking.prompt()}>
            Ajouter maintenant
          </Button>
        </p>
      )}
    </Card>
  )
}
