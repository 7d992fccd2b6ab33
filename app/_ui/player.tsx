'use client'
import type { Milliseconds } from '#lib/time/duration.ts'
import { type Chapter, PlayerChapters } from './player-chapters.tsx'
import { PlayerControls } from './player-controls.tsx'
import { PlayerTrouble } from './player-trouble.tsx'
import { usePlace } from './use-place.ts'
import { usePlayer } from './use-player.ts'
import { useSpeed } from './use-speed.ts'

type Props = {
  /** Address of the sound. Nothing of it is fetched before the first press. */
  src: string
  title: string
  durationMs: Milliseconds
  /** Loudest value of each slice of the sound, 0–1. */
  peaks?: readonly number[]
  chapters?: readonly Chapter[]
  /** Comes back next day at the same place, on this device, under this name. */
  resumeKey?: string
}

/** Listens to one sound. Without script it is the browser's own player, and the chapters stay readable. */
export function Player({ src, title, durationMs, peaks, chapters = [], resumeKey }: Props) {
  const { audio, state, seek, toggle, playFrom, retry } = usePlayer(durationMs / 1000)
  usePlace(audio, { src, length: durationMs / 1000, key: resumeKey })
  const [rate, speed] = useSpeed(audio)
  return (
    <section
      aria-label={`Écouter : ${title}`}
      className="grid grid-cols-1 gap-3 rounded-card border-2 border-border bg-surface p-gutter"
    >
      {/* biome-ignore lint/a11y/useMediaCaption: the transcript stands on the same page. */}
      <audio ref={audio} src={src} controls={!state.ready} preload="none" className="w-full" />
      {state.ready && (
        <>
          <PlayerControls {...{ title, state, peaks, toggle, seek, rate, speed }} />
          <PlayerTrouble {...{ state, src, retry }} />
        </>
      )}
      {chapters.length > 0 && (
        <PlayerChapters chapters={chapters} at={state.at} play={state.ready ? playFrom : undefined} />
      )}
    </section>
  )
}
