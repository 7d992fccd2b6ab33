'use client'
import { useRef } from 'react'
import type { Milliseconds } from '#lib/time/duration.ts'
import { type Chapter, PlayerChapters } from './player-chapters.tsx'
import { PlayerControls } from './player-controls.tsx'
import { useAudio } from './use-audio.ts'
import { useResume } from './use-resume.ts'

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
  const audio = useRef<HTMLAudioElement>(null)
  const state = useAudio(audio, durationMs / 1000)
  useResume(audio, resumeKey, durationMs / 1000)
  const seek = (at: number) => {
    if (audio.current) audio.current.currentTime = Math.min(Math.max(0, at), state.length)
  }
  const toggle = () => (state.playing ? audio.current?.pause() : audio.current?.play().catch(() => undefined))
  const speed = (rate: number) => {
    if (audio.current) audio.current.playbackRate = rate
  }
  const play = (at: number) => {
    seek(at)
    if (!state.playing) toggle()
  }
  return (
    <section
      aria-label={`Écouter : ${title}`}
      className="grid grid-cols-1 gap-3 rounded-card border-2 border-border bg-surface p-gutter"
    >
      {/* biome-ignore lint/a11y/useMediaCaption: the transcript stands on the same page. */}
      <audio ref={audio} src={src} controls={!state.ready} preload="none" className="w-full" />
      {state.ready && (
        <PlayerControls title={title} state={state} peaks={peaks} toggle={toggle} seek={seek} speed={speed} />
      )}
      {chapters.length > 0 && (
        <PlayerChapters chapters={chapters} at={state.at} play={state.ready ? play : undefined} />
      )}
    </section>
  )
}
