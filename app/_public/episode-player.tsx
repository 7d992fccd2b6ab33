'use client'
import { useCallback, useEffect, useRef } from 'react'
import { PlayerControls } from '#app/_ui/player-controls.tsx'
import type { KeyDeed } from '#app/_ui/player-keys.ts'
import { PlayerTrouble } from '#app/_ui/player-trouble.tsx'
import { usePlace } from '#app/_ui/use-place.ts'
import { usePlayer } from '#app/_ui/use-player.ts'
import { useSpeed } from '#app/_ui/use-speed.ts'
import { chapterStep } from './chapter-place.ts'
import { ChapterSteps } from './chapter-steps.tsx'
import type { EpisodeSound } from './episode-sounds.ts'
import type { HeardEpisode } from './heard-episode.ts'
import { PlayerFold } from './player-fold.tsx'
import { StartWords } from './start-words.tsx'
import { useChosenSound } from './use-chosen-sound.ts'
import { useKeys } from './use-keys.ts'
import { useSystemControls } from './use-system-controls.ts'

type Props = HeardEpisode & {
  sounds: [EpisodeSound, ...EpisodeSound[]]
  /** Where the address says to start, in seconds. */
  startAt: number | null
}

/** Listens to an episode. Nothing of it is fetched before the first press. Without script it is the browser's own player. */
export function EpisodePlayer(props: Props) {
  const { sounds, title, durationMs, chapters, path, startAt } = props
  const length = durationMs / 1000
  const player = useRef<HTMLElement>(null)
  const { audio, state, seek, toggle, retry } = usePlayer(length)
  const { sound, playable, choose } = useChosenSound(audio, sounds)
  usePlace(audio, { src: sound.src, length, key: props.guid, startAt })
  const [rate, speed] = useSpeed(audio, 'bobine.vitesse')
  const at = () => audio.current?.currentTime ?? 0
  const chapter = (by: 1 | -1) => {
    const to = chapterStep(chapters, at(), by)
    if (to !== null) seek(to)
  }
  useSystemControls(
    audio,
    state.playing,
    { title, show: props.show, picture: props.picture, chapters },
    { seek, chapter },
  )
  useKeys(
    player,
    useLatest((deed: KeyDeed) => {
      if (deed.kind === 'toggle') toggle()
      else if (deed.kind === 'jump') seek(at() + deed.by)
      else chapter(deed.by)
    }),
  )
  // For a browser without script; with it the place is kept over a change of copy.
  const from = startAt === null || sound !== sounds[0] ? '' : `#t=${startAt}`
  return (
    <section
      ref={player}
      aria-label={`Écouter : ${title}`}
      className="grid grid-cols-1 gap-3 rounded-card border-2 border-border bg-surface p-gutter"
    >
      {/* biome-ignore lint/a11y/useMediaCaption: the transcript stands on the same page. */}
      <audio ref={audio} src={sound.src + from} controls={!state.ready} preload="none" className="w-full" />
      {state.ready && (
        <>
          <PlayerControls {...{ title, state, toggle, seek, rate, speed }} />
          {!state.started && state.at >= 1 && (
            <StartWords at={state.at} isLinked={startAt !== null} begin={() => seek(0)} />
          )}
          <PlayerTrouble {...{ state, src: sound.src, retry }} />
          {chapters.length > 1 && <ChapterSteps {...{ chapters, at: state.at, step: chapter }} />}
          <PlayerFold {...{ playable, sound, choose, path, at }} />
        </>
      )}
    </section>
  )
}

/** A function that stays the same while what it does is of the latest drawing. */
function useLatest<T>(act: (given: T) => void): (given: T) => void {
  const latest = useRef(act)
  useEffect(() => {
    latest.current = act
  })
  return useCallback((given) => latest.current(given), [])
}
