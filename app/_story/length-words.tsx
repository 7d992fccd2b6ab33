import { Timer } from 'lucide-react'
import { durationWords } from '#app/_ui/duration-words.ts'
import type { Milliseconds } from '#lib/time/duration.ts'
import { readingTime } from '#lib/time/reading.ts'

type Props = {
  words: number
  wpm: number
  /** Of the sounds that play in it, which count too. */
  soundMs?: Milliseconds
}

/** « Environ 1 minute 20 · 200 mots »: the time first, as that is what the radio counts. */
export function LengthWords({ words, wpm, soundMs = 0 }: Props) {
  const count = `${words.toLocaleString('fr-FR')} ${words > 1 ? 'mots' : 'mot'}`
  const about = `Environ ${durationWords(readingTime(words, wpm) + soundMs)} · ${count}`
  return (
    <p className="flex items-start gap-2 tabular">
      <span className="mt-0.5">
        <Timer />
      </span>
      <span>
        {words === 0 && soundMs === 0 ? 'Rien à lire pour l’instant.' : about}
        {soundMs > 0 && `, ${durationWords(soundMs)} de son`}
      </span>
    </p>
  )
}
