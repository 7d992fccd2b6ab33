import { SkipBack, SkipForward } from 'lucide-react'
import { Button } from '#app/_ui/button.tsx'
import type { Chapter } from '#app/_ui/player-chapters.tsx'
import { chapterAt, chapterStep } from './chapter-place.ts'

type Props = {
  chapters: readonly Chapter[]
  /** Where the listener is, in seconds. */
  at: number
  step: (by: 1 | -1) => void
}

/** The chapter that is heard, and the ways to the one before and after. */
export function ChapterSteps({ chapters, at, step }: Props) {
  const here = chapterAt(chapters, at)
  const isLast = chapterStep(chapters, at, 1) === null
  return (
    <div className="flex flex-wrap items-center gap-2">
      <p className="min-w-0 grow basis-60">
        <span className="block text-small text-ink-2">
          Chapitre {Math.max(0, here) + 1} sur {chapters.length}
        </span>
        <span className="font-bold">{chapters[Math.max(0, here)]?.title}</span>
      </p>
      <Button variant="quiet" icon={<SkipBack />} onClick={() => step(-1)}>
        <span className="sr-only">Chapitre </span>
        <span className="inline-block first-letter:uppercase">précédent</span>
      </Button>
      <Button variant="quiet" icon={<SkipForward />} aria-disabled={isLast} onClick={() => step(1)}>
        <span className="sr-only">Chapitre </span>
        <span className="inline-block first-letter:uppercase">suivant</span>
      </Button>
    </div>
  )
}
