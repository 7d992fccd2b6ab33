import { TriangleAlert } from 'lucide-react'
import { ButtonLink } from '#app/_ui/button-link.tsx'
import type { Mend } from './blocker-words.ts'

/** What stands between the episode and its listeners: each with the way to mend it. */
export function MendList({ mends }: { mends: readonly Mend[] }) {
  if (mends.length === 0) return null
  return (
    <section className="grid grid-cols-1 gap-4" aria-labelledby="manque">
      <h2 id="manque">{mends.length > 1 ? `Il manque ${mends.length} choses` : 'Il manque une chose'}</h2>
      <ul className="grid grid-cols-1 gap-3">
        {mends.map((mend) => (
          <li
            key={mend.sentence}
            className="flex flex-wrap items-center justify-between gap-3 rounded-card border-2 border-warn bg-warn-soft p-4"
          >
            <span className="flex min-w-0 items-start gap-3">
              <TriangleAlert className="mt-1 text-warn" />
              <span className="min-w-0">{mend.sentence}</span>
            </span>
            <ButtonLink href={mend.href}>{mend.label}</ButtonLink>
          </li>
        ))}
      </ul>
    </section>
  )
}
