import { TriangleAlert } from 'lucide-react'
import type { PublishedStory } from '#lib/db/schema.ts'
import { formatDuration } from '#lib/time/duration.ts'

/** What is better known before one listens, with the moment at which it comes; nothing for most episodes. */
export function Warnings({ stories }: { stories: readonly PublishedStory[] }) {
  const warned = stories.filter(({ warning }) => warning)
  if (warned.length === 0) return null
  return (
    <section
      aria-label="Avant d’écouter"
      className="grid grid-cols-1 gap-2 rounded-card border-2 border-warn bg-warn-soft p-4"
    >
      {warned.map(({ title, startMs, warning }) => (
        <p key={title} className="flex items-start gap-3">
          <TriangleAlert className="mt-1 text-warn" />
          <span className="min-w-0">
            <span className="tabular">À {formatDuration(startMs)}</span>, « {title} » : {warning}
          </span>
        </p>
      ))}
    </section>
  )
}
