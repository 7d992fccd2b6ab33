import { CloudOff, LogIn, TriangleAlert, WifiOff } from 'lucide-react'
import type { ReactNode } from 'react'
import { refusalWords } from '#app/_door/words.ts'
import type { LiveAirView } from '#app/_rundown/live-air.ts'

type Props = Pick<LiveAirView, 'waiting' | 'trouble' | 'isOnline' | 'refused'>

/** What is not with the server yet, and why; nothing while all is well. */
export function UnsentNote({ waiting, trouble, isOnline, refused }: Props) {
  const count = waiting > 1 ? `${waiting} gestes` : '1 geste'
  const isAway = !isOnline || trouble === 'away'
  return (
    <div role="status" className="grid gap-2">
      {refused !== null && (
        <Note icon={<TriangleAlert />}>
          {refused === 'away' ? 'Le serveur ne répond pas. Réessayez.' : refusalWords(refused, {})}
        </Note>
      )}
      {trouble === 'not-signed-in' && (
        <Note icon={<LogIn />}>
          Vous n’êtes plus connecté. Rien n’est perdu : entrez à nouveau dans un autre onglet, et tout part.
        </Note>
      )}
      {waiting > 0 && trouble !== 'none' && (
        <Note icon={<CloudOff />}>Pas encore envoyé : {count}. C’est gardé sur cet appareil.</Note>
      )}
      {isAway && waiting === 0 && (
        <Note icon={<WifiOff />}>
          Pas de réseau. L’émission continue ici, et tout part dès qu’il revient.
        </Note>
      )}
    </div>
  )
}

function Note({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <p className="flex items-start gap-3 rounded-card border-2 border-warn bg-warn-soft px-3 py-2 text-ink">
      {icon}
      <span className="min-w-0">{children}</span>
    </p>
  )
}
