import Link from 'next/link'

/** The other seasons, when there are any. */
export function SeasonLinks({ seasons, current }: { seasons: readonly string[]; current: string }) {
  if (seasons.length < 2) return null
  return (
    <nav aria-label="Saisons">
      <ul className="flex flex-wrap gap-2">
        {seasons.map((season) => (
          <li key={season}>
            <Link
              href={`/regie/saison?saison=${season}`}
              prefetch={false}
              aria-current={season === current ? 'page' : undefined}
              className="inline-flex min-h-12 items-center border-b-4 border-transparent px-3 aria-[current=page]:border-brick aria-[current=page]:font-bold"
            >
              {season}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
