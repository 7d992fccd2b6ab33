import Link from 'next/link'
import { type Shelf, shelfPath } from '#lib/publishing/shelves.ts'
import { countWords } from './shelf-words.ts'

/** Rubrics, themes or houses to choose from, with how much is there. */
export function ShelfList({ shelves }: { shelves: readonly (Shelf & { count: number })[] }) {
  return (
    <ul className="grid grid-cols-1 gap-2 md:grid-cols-2">
      {shelves.map(({ kind, id, slug, name, count }) => (
        <li key={id} className="min-w-0">
          <Link
            href={shelfPath(kind, slug)}
            prefetch={false}
            className="flex min-h-14 flex-wrap items-center justify-between gap-x-4 rounded-card border-2 border-border bg-surface px-4 py-2 text-ink no-underline hover:border-ink hover:underline"
          >
            <span className="min-w-0 font-bold">{name}</span>
            <span className="tabular text-ink-2">{countWords(count)}</span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
