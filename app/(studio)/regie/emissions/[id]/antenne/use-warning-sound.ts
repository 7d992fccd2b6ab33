'use client'
import { useEffect, useRef, useState } from 'react'
import type { Phase } from '#lib/rundown/live.ts'

/** Two notes at two minutes, three at one; in hertz and seconds. */
const notes: Partial<Record<Phase, number>> = { warning: 2, danger: 3 }
const PITCH = 880
const LENGTH = 0.12
const STEP = 0.22
const LOUDNESS = 0.2

/** A sound when two minutes and when one minute remain of a line. Off until somebody asks for it. */
export function useWarningSound(lineId: string | null, phase: Phase | null) {
  const [isOn, setOn] = useState(false)
  const context = useRef<AudioContext | null>(null)
  const before = useRef({ lineId, phase })
  useEffect(() => {
    const { lineId: was, phase: old } = before.current
    before.current = { lineId, phase }
    if (isOn && context.current && phase && was === lineId && old !== phase)
      sound(context.current, notes[phase] ?? 0)
  }, [isOn, lineId, phase])
  const turn = (on: boolean) => {
    // Made by the click: a page may not sound by itself.
    context.current ??= on ? new AudioContext() : null
    if (on && context.current) sound(context.current, 1)
    setOn(on)
  }
  return { isOn, turn }
}

function sound(context: AudioContext, count: number) {
  void context.resume()
  for (let n = 0; n < count; n++) {
    const at = context.currentTime + n * STEP
    const tone = new OscillatorNode(context, { frequency: PITCH })
    const volume = new GainNode(context, { gain: LOUDNESS })
    volume.gain.setTargetAtTime(0, at + LENGTH / 2, LENGTH / 4)
    tone.connect(volume).connect(context.destination)
    tone.start(at)
    tone.stop(at + LENGTH * 2)
  }
}
