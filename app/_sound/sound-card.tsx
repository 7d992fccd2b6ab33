import type { ReactNode } from 'react'
import { refusalWords } from '#app/_door/words.ts'
import { Badge } from '#app/_ui/badge.tsx'
import { Card } from '#app/_ui/card.tsx'
import { exactDurationWords } from '#app/_ui/duration-words.ts'
import { FormMessage } from '#app/_ui/form-message.tsx'
import { Player } from '#app/_ui/player.tsx'
import { Progress } from '#app/_ui/progress.tsx'
import type { Sound } from '#lib/sound/sound.server.ts'
import { levelWords, stateWords } from './sound-words.ts'

type Props = {
  sound: Sound
  /** Its shape, 0–1; empty while it is not ready. */
  peaks: readonly number[]
  /** Of its title in the page's outline. */
  level: 2 | 3
  /** What the reader may do with it. */
  actions?: ReactNode
  children?: ReactNode
}

/** One sound: where it stands, how it comes over, how it sounds. */
export function SoundCard({ sound, peaks, level, actions, children }: Props) {
  const { tone, word } = stateWords[sound.state]
  return (
    <Card title={sound.title} level={level} aside={<Badge tone={tone}>{word}</Badge>} actions={actions}>
      <p className="text-ink-2">{[sound.owner, dayWords(sound.createdAt)].filter(Boolean).join(' · ')}</p>
      <Standing sound={sound} peaks={peaks} />
      {children}
    </Card>
  )
}

function Standing({ sound, peaks }: Pick<Props, 'sound' | 'peaks'>) {
  if (sound.state === 'refused')
    return <FormMessage tone="warn">{refusalWords(sound.refusal ?? '', {})}</FormMessage>
  if (sound.state !== 'ready')
    return (
      <Progress
        label="On prépare le son"
        value={sound.state === 'preparing' ? sound.progress : null}
        words="On l’écoute et on mesure son niveau. Vous pouvez fermer la page."
      />
    )
  const durationMs = sound.durationMs ?? 0
  return (
    <>
      <p>
        {exactDurationWords(durationMs)}.{' '}
        {sound.keptMs < durationMs && `On en garde ${exactDurationWords(sound.keptMs)}. `}
        {levelWords[sound.level]}
      </p>
      <Player
        src={`/ecouter/${sound.id}.mp3`}
        title={sound.title}
        durationMs={durationMs}
        {...(peaks.length > 0 ? { peaks } : {})}
      />
    </>
  )
}

function dayWords(at: Date): string {
  return at.toLocaleDateString('fr-FR', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'Europe/Paris',
  })
}
