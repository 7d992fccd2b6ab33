import { RotateCcw } from 'lucide-react'
import { Button } from '#app/_ui/button.tsx'
import { exactDurationWords } from '#app/_ui/duration-words.ts'

type Props = {
  /** Where the sound will start, in seconds. */
  at: number
  /** The address says so, rather than this device's memory. */
  isLinked: boolean
  begin: () => void
}

/** Says before the first press that the sound will not start at its beginning, and offers the beginning. */
export function StartWords({ at, isLinked, begin }: Props) {
  const place = exactDurationWords(Math.floor(at) * 1000)
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
      <p className="min-w-0">
        {isLinked ? `Ce lien commence à ${place}.` : `Reprendre à ${place}, où vous étiez.`}
      </p>
      <Button variant="quiet" icon={<RotateCcw />} onClick={begin}>
        Depuis le début
      </Button>
    </div>
  )
}
