'use client'
import { CircleDot, Pause, Play, Square } from 'lucide-react'
import { useEffect, useSyncExternalStore } from 'react'
import { Badge } from '#app/_ui/badge.tsx'
import { Button } from '#app/_ui/button.tsx'
import { formatDuration } from '#lib/time/duration.ts'
import type { Heard } from './hearing.ts'
import type { Recording, TakeRecorder } from './take-recorder.ts'

const heardWords: Record<Heard, string> = {
  nothing: 'On n’entend rien. Le micro est peut-être couvert.',
  far: 'On vous entend de loin. Approchez le téléphone, une main de distance.',
  well: 'On vous entend bien.',
  loud: 'C’est trop fort. Éloignez un peu le téléphone.',
}

/** While somebody speaks: time, level in words, pause, end. */
export function LiveTake({ recorder, end }: { recorder: TakeRecorder; end: () => void }) {
  const recording = useSyncExternalStore(recorder.subscribe, recorder.current)
  const isPaused = recording.state === 'paused'
  useScreenOn()
  useEffect(() => {
    if (recording.wasCut) end()
  }, [recording.wasCut, end])
  return (
    <section
      aria-label="Enregistrement"
      className="grid gap-4 rounded-card border-2 border-brick bg-surface p-gutter"
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
      <Level recording={recording} />
      <p className="text-ink-2">
        {recording.isSafe
          ? 'Chaque seconde est gardée sur cet appareil.'
          : 'Cet appareil n’a plus de place pour garder le son. Ne fermez pas cette page.'}
      </p>
      <div className="grid gap-2 sm:flex sm:flex-wrap">
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

function Level({ recording }: { recording: Recording }) {
  const words =
    recording.state === 'paused' ? 'Le micro attend.' : recording.heard && heardWords[recording.heard]
  return (
    <div className="grid gap-1">
      <progress aria-hidden="true" max={1} value={recording.bar} className="progress" />
      <p role="status" className="min-h-[2lh] font-bold">
        {words ?? 'On écoute…'}
      </p>
    </div>
  )
}

/** A telephone that goes dark stops recording on some models. */
function useScreenOn() {
  useEffect(() => {
    const lock = navigator.wakeLock?.request('screen').catch(() => null)
    return () => void lock?.then((held) => held?.release())
  }, [])
}
