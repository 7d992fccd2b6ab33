'use client'
import './aloud.css'
import { Pause, Play, Square } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { Button } from '#app/_ui/button.tsx'
import { AloudReader, type AloudState } from './aloud-reader.ts'
import { aloudText } from './aloud-text.ts'
import { keepRate, keptRate, rates } from './rate.ts'
import { showSaid } from './said.ts'

/** While a voice reads: pause, stop, speed. The sentence that is said is marked on the page. */
export default function AloudBar({ of, onEnd }: { of: string; onEnd: () => void }) {
  const [state, setState] = useState<AloudState>('reading')
  const [rate, setRate] = useState(keptRate)
  const reader = useRef<AloudReader | null>(null)
  const ended = useRef(onEnd)
  ended.current = onEnd
  useEffect(() => {
    const root = document.querySelector(of)
    const voice = new AloudReader(root ? aloudText(root) : [], keptRate(), (now, said) => {
      showSaid(said)
      setState(now)
      if (now === 'over') ended.current()
    })
    reader.current = voice
    voice.read()
    // A voice would go on reading over the next page.
    const leave = () => voice.stop()
    addEventListener('pagehide', leave)
    return () => {
      removeEventListener('pagehide', leave)
      speechSynthesis.cancel()
      showSaid(null)
    }
  }, [of])
  const isReading = state === 'reading'
  const chooseRate = (chosen: number) => {
    setRate(chosen)
    keepRate(chosen)
    reader.current?.setRate(chosen, isReading)
  }
  return (
    <fieldset className="aloud aloud-bar">
      <legend className="sr-only">Lecture à voix haute</legend>
      <Button
        icon={isReading ? <Pause /> : <Play />}
        onClick={() => (isReading ? reader.current?.pause() : reader.current?.read())}
      >
        {isReading ? 'Pause' : 'Reprendre'}
      </Button>
      <Button icon={<Square />} onClick={() => reader.current?.stop()}>
        Arrêter
      </Button>
      <label className="inline-flex items-center gap-2">
        Vitesse
        <select
          className="min-h-12 rounded-card border-2 border-border bg-surface px-2"
          value={rate}
          onChange={(event) => chooseRate(Number(event.target.value))}
        >
          {rates.map(({ value, words }) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </select>
      </label>
    </fieldset>
  )
}
