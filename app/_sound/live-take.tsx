'use client'
import { CircleDot, Pause, Play, Square } from 'lucide-react'
import { useEffect, useSyncExternalStore } from 'react'
import { useWakeLock } from '#app/_prompter/use-wake-lock.ts'
import { Badge } from '#app/_ui/badge.tsx'
import { Button } from '#app/_ui/button.tsx'
import { formatDuration } from '#lib/time/duration.ts'
import { LevelWords } from './level-words.tsx'
import type { Recording, TakeRecorder } from './take-recorder.ts'

/** While somebody speaks: time, level in words, pause, end. */
export function LiveTake({ recorder, end }: { recorder: TakeRecorder; end: () => void }) {
  const recording = useSyncExternalStore(recorder.subscribe, recorder.current)
  const isPaused = recording.state === 'paused'
  // A telephone that goes dark stops recording on some models.
  useWakeLock(true)
  useEffect(() => {
    if (recording.wasCut) end()
  }, [recording.wasCut, end])
  return (
    <section
      aria-label="Enregistrement"
      className="grid gap-3 rounded-card border-2 border-brick bg-surface p-gutter"
    >
      <div className="flex flex-wrap items-center justify-between gap-4">
        <Badge
          tone={isPaused ? 'neutral' : 'brick'}
          icon={isPaused ? <Pause size={20} /> : <CircleDot size={20} />}
        >
          {isPaused ? 'En pause' : 'Ça enregistre'}
        </Badge>
        <p className="tabular font-title text-title" role="timer" aria-live="off">
          {formatDuration(recording.ms)}
        </p>
      </div>
      <LevelWords bar={recording.bar} heard={recording.heard} instead={waitingWords(recording)} />
      <p className="text-small text-ink-2">
        {recording.isSafe
          ? 'Chaque seconde est gardée sur cet appareil.'
          : 'Cet appareil n’a plus de place pour garder le son. Ne fermez pas cette page.'}
      </p>
      <div className="flex flex-wrap gap-2 *:grow">
        <Button
          icon={isPaused ? <Play /> : <Pause />}
          onClick={() => (isPaused ? recorder.resume() : recorder.pause())}
        >
          {isPaused ? 'Reprendre' : 'Pause'}
        </Button>
        <Button variant="primary" icon={<Square />} onClick={end}>
          J’ai fini de parler
        </Button>
      </div>
    </section>
  )
}

function waitingWords({ state, isTaken }: Recording): string | null {
  if (isTaken) return 'Un appel a pris le micro. Ce que vous avez dit est gardé. Reprenez quand vous voulez.'
  return state === 'paused' ? 'Le micro attend.' : null
}
