'use client'
import { Mic, RefreshCw } from 'lucide-react'
import { useEffect } from 'react'
import { Button } from '#app/_ui/button.tsx'
import { Checkbox } from '#app/_ui/checkbox.tsx'
import { FormMessage } from '#app/_ui/form-message.tsx'
import type { Room } from './hearing.ts'
import { LevelWords } from './level-words.tsx'
import { useStudioSettings } from './studio-settings.ts'
import { useLevel } from './use-level.ts'

const roomWords: Record<Room, { tone: 'ok' | 'warn'; words: string }> = {
  calm: { tone: 'ok', words: 'La pièce est calme.' },
  noisy: {
    tone: 'warn',
    words: 'Il y a du bruit : une fenêtre ouverte, un frigo ? Vous pouvez enregistrer quand même.',
  },
  dead: { tone: 'warn', words: 'On n’entend rien du tout. Le micro est peut-être couvert, ou coupé.' },
}

type Props = {
  stream: MediaStream
  /** As it was judged before; null = listen to it now. */
  room: Room | null
  onRoom: (room: Room | null) => void
  /** Whether the text is long enough to go by itself. */
  mayRoll: boolean
  begin: () => void
}

/** Before a take: the room, then the voice, then go. */
export function StudioBefore({ stream, room, onRoom, mayRoll, begin }: Props) {
  const level = useLevel(stream)
  const heardRoom = level.room
  useEffect(() => {
    if (room === null && heardRoom !== null) onRoom(heardRoom)
  }, [room, heardRoom, onRoom])
  return (
    <section aria-label="Avant d’enregistrer" className="grid gap-3">
      {room === null ? (
        <p role="status" className="font-bold">
          Chut… on écoute la pièce, deux secondes.
        </p>
      ) : (
        <FormMessage tone={roomWords[room].tone}>{roomWords[room].words}</FormMessage>
      )}
      <LevelWords
        bar={level.bar}
        heard={level.heard}
        instead={level.heard === null ? 'Dites quelques mots, pour essayer.' : null}
      />
      <div className="flex flex-wrap items-center gap-2 *:grow">
        {room !== null && room !== 'calm' && (
          <Button icon={<RefreshCw />} onClick={() => onRoom(null)}>
            Écouter encore la pièce
          </Button>
        )}
        <Button variant="primary" icon={<Mic />} onClick={begin}>
          Commencer
        </Button>
      </div>
      <Wishes mayRoll={mayRoll} />
    </section>
  )
}

function Wishes({ mayRoll }: { mayRoll: boolean }) {
  const [settings, change] = useStudioSettings()
  return (
    <details>
      <summary className="inline-flex min-h-12 items-center font-bold underline underline-offset-4">
        Réglages
      </summary>
      <Checkbox
        label="Entendre trois tops avant de commencer"
        name="hearsTicks"
        checked={settings.hearsTicks}
        onChange={({ target }) => change({ hearsTicks: target.checked })}
      />
      {mayRoll && (
        <Checkbox
          label="Le texte défile tout seul, à mon rythme"
          name="rolls"
          checked={settings.rolls}
          onChange={({ target }) => change({ rolls: target.checked })}
        />
      )}
    </details>
  )
}
