import { CloudOff, RotateCw } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Button } from './button.tsx'
import type { Playing } from './use-audio.ts'

type Trouble = 'offline' | 'gone' | 'weak'
type Props = { state: Playing; src: string; retry: () => void }

const words: Record<Trouble, string> = {
  offline: 'Pas de réseau. Votre place dans le son est gardée.',
  gone: 'Ce son n’est plus à cette adresse : il a été remplacé ou retiré.',
  weak: 'Le son ne vient pas. Le réseau est peut-être trop faible. Votre place est gardée.',
}

/** Says that the sound is on its way, or why it does not come, and how to go on. */
export function PlayerTrouble({ state, src, retry }: Props) {
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  useEffect(() => {
    if (!state.failed) return setTrouble(null)
    let isLate = false
    void findTrouble(src).then((found) => isLate || setTrouble(found))
    return () => {
      isLate = true
    }
  }, [state.failed, src])
  return (
    <div role="status" className="grid grid-cols-1 justify-items-start gap-3 empty:hidden">
      {!state.failed && state.waiting && (
        <p className="text-ink-2">
          {navigator.onLine ? 'Le son arrive…' : 'Pas de réseau. Le son reprendra ici quand il reviendra.'}
        </p>
      )}
      {trouble && (
        <>
          <p className="flex items-start gap-3">
            <CloudOff className="mt-1" />
            <span className="min-w-0">{words[trouble]}</span>
          </p>
          <Button icon={<RotateCw />} onClick={trouble === 'gone' ? () => location.reload() : retry}>
            {trouble === 'gone' ? 'Recharger la page' : 'Réessayer'}
          </Button>
        </>
      )}
    </div>
  )
}

/** The element tells only that it failed: whether there is a network, and the sound, must be asked. */
async function findTrouble(src: string): Promise<Trouble> {
  if (!navigator.onLine) return 'offline'
  return await fetch(src, { method: 'HEAD', cache: 'no-store' }).then(
    ({ status }) => (status === 404 || status === 410 ? 'gone' : 'weak'),
    () => 'offline',
  )
}
