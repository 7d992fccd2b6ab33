import { useEffect, useRef } from 'react'
import { exactDurationWords } from './duration-words.ts'
import type { Playing } from './use-audio.ts'
import { Waveform } from './waveform.tsx'

type Props = {
  title: string
  state: Playing
  peaks: readonly number[] | undefined
  seek: (at: number) => void
}

/** The place in the sound: a native slider, over the shape of the sound when it is known. */
export function PlayerTrack({ title, state, peaks, seek }: Props) {
  const track = useRef<HTMLDivElement>(null)
  const part = state.length > 0 ? Math.min(1, state.at / state.length) : 0
  // Set through the object model: a style attribute would need a hole in the content security policy.
  useEffect(() => track.current?.style.setProperty('--heard', `${part * 100}%`), [part])
  const said = (at: number) => exactDurationWords(at * 1000)
  return (
    <div ref={track} className="track" data-shape={peaks ? 'wave' : 'line'}>
      {peaks && (
        <>
          <div className="track-all">
            <Waveform peaks={peaks} />
          </div>
          <div className="track-heard">
            <Waveform peaks={peaks} />
          </div>
        </>
      )}
      <input
        type="range"
        min={0}
        max={Math.max(1, Math.floor(state.length))}
        step={1}
        value={Math.floor(state.at)}
        onChange={(event) => seek(Number(event.target.value))}
        aria-label={`Avancer dans « ${title} »`}
        aria-valuetext={`${said(state.at)} sur ${said(state.length)}`}
      />
    </div>
  )
}
