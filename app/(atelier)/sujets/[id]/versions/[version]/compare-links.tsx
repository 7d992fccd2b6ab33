import Link from 'next/link'

const look =
  'inline-flex min-h-12 items-center rounded-card border-2 border-border px-4 py-2 aria-[current]:border-ink aria-[current]:font-bold aria-[current]:text-ink aria-[current]:no-underline'

/** With what a version is compared. */
export function CompareLinks({ at, withBefore }: { at: string; withBefore: boolean }) {
  return (
    <nav aria-label="Comparer" className="flex flex-wrap gap-2">
      <Link href={at} prefetch={false} className={look} aria-current={withBefore ? undefined : 'page'}>
        Ce qui a changé depuis
      </Link>
      <Link
        href={`${at}?avec=avant`}
        prefetch={false}
        className={look}
        aria-current={withBefore ? 'page' : undefined}
      >
        Ce qui avait changé avant
      </Link>
    </nav>
  )
}
