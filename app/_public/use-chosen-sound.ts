import { type RefObject, useEffect, useRef, useState } from 'react'
import { readKept, writeKept } from '#app/_ui/device-memory.ts'
import type { EpisodeSound } from './episode-sounds.ts'

const CHOICE = 'bobine.son'

type Chosen = {
  sound: EpisodeSound
  /** What this browser plays. */
  playable: readonly EpisodeSound[]
  choose: (kind: string) => void
}

/** Which copy of the episode plays: the ordinary one, until this device's listener has chosen a lighter one. */
export function useChosenSound(
  audio: RefObject<HTMLAudioElement | null>,
  sounds: readonly [EpisodeSound, ...EpisodeSound[]],
): Chosen {
  const [kind, setKind] = useState('normal')
  const goesOn = useRef(false)
  useEffect(() => setKind(readKept(CHOICE) ?? 'normal'), [])
  const playable = sounds.filter(({ type }) => audio.current?.canPlayType(type) !== '')
  const sound = playable.find((one) => one.kind === kind) ?? sounds[0]
  useEffect(() => {
    if (!sound.src || !goesOn.current) return
    goesOn.current = false
    audio.current?.play().catch(() => undefined)
  }, [audio, sound.src])
  const choose = (chosen: string) => {
    goesOn.current = audio.current?.paused === false
    setKind(chosen)
    writeKept(CHOICE, chosen === 'normal' ? null : chosen)
  }
  return { sound, playable, choose }
}
