import type { Chapter } from '#lib/db/schema.ts'
import { formatDuration } from '#lib/time/duration.ts'
import { seekAddress } from './seek-address.ts'

type Props = { chapters: readonly Chapter[]; path: string }

/** The chapters, each a link that starts there: with script at once, without it by loading the page again. */
export function ChapterList({ chapters, path }: Props) {
  return (
    <ol className="grid grid-cols-1 rounded-card border-2 border-border bg-surface">
      {chapters.map((chapter) => (
        <li key={chapter.startMs} className="border-sand [&:not(:first-child)]:border-t-2">
          <a
            href={seekAddress(path, chapter.startMs)}
            data-at={chapter.startMs / 1000}
            className="flex min-h-12 items-baseline gap-4 border-l-4 border-transparent px-3 py-2 text-ink no-underline hover:bg-sand hover:underline aria-[current=true]:border-brick aria-[current=true]:font-bold"
          >
            <span className="tabular min-w-14 flex-none text-ink-2">{formatDuration(chapter.startMs)}</span>
            <span className="min-w-0">{chapter.title}</span>
          </a>
        </li>
      ))}
    </ol>
  )
}
