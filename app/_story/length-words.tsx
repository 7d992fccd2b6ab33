import { Timer } from 'lucide-react'
import { durationWords } from '#app/_ui/duration-words.ts'
import { readingTime } from '#lib/time/reading.ts'

/** « Environ 1 minute 20 · 200 mots »: the time first, as that is what the radio counts. */
export function LengthWords({ words, wpm }: { words: number; wpm: number }) {
  const count = `${words.toLocaleString('fr-FR')} ${words > 1 ? 'mots' : 'mot'}`
  return (
    <p className="flex items-start gap-2 tabular">
      <span className="mt-0.5">
        <Timer />
      </span>
      <span>
        {words === 0
          ? 'Rien à lire pour l’instant.'
          : `Environ ${durationWords(readingTime(words, wpm))} · ${count}`}
      </span>
    </p>
  )
}
