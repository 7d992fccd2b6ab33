import { formatDuration, type Milliseconds } from '#lib/time/duration.ts'

/** A chapter of a sound: it lasts until the next one begins. */
export type Chapter = { title: string; startMs: Milliseconds }

type Props = {
  chapters: readonly Chapter[]
  /** Where the listener is, in seconds. */
  at: number
  /** Absent while no script runs: the list is then only read. */
  play: ((at: number) => void) | undefined
}

/** The chapters, each a button that starts there. The one being heard is marked by a bar and a word. */
export function PlayerChapters({ chapters, at, play }: Props) {
  const heard = at > 0 ? chapters.findLastIndex((chapter) => chapter.startMs / 1000 <= at) : -1
  return (
    <ol className="grid grid-cols-1" aria-label="Chapitres">
      {chapters.map((chapter, index) => (
        <li key={chapter.startMs} className="border-t-2 border-sand">
          {play ? (
            <button
              type="button"
              onClick={() => play(chapter.startMs / 1000)}
              aria-current={index === heard || undefined}
              className="quiet-edge flex min-h-12 w-full items-baseline gap-4 border-l-4 border-transparent px-3 py-2 text-left hover:bg-sand aria-current:border-brick aria-current:font-bold"
            >
              <ChapterLine chapter={chapter} />
            </button>
          ) : (
            <span className="flex min-h-12 items-baseline gap-4 px-4 py-2">
              <ChapterLine chapter={chapter} />
            </span>
          )}
        </li>
      ))}
    </ol>
  )
}

function ChapterLine({ chapter }: { chapter: Chapter }) {
  return (
    <>
      <span className="tabular min-w-14 flex-none text-ink-2">{formatDuration(chapter.startMs)}</span>
      <span className="min-w-0">{chapter.title}</span>
    </>
  )
}
