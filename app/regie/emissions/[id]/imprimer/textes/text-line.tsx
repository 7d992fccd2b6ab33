// biome-ignore-all lint/suspicious/noArrayIndexKey: the text is shown whole, and its parts have no names.
import { ReadPartLine } from '#app/_story/read-part.tsx'
import { kindWords } from '#app/regie/emissions/[id]/conducteur/kind-words.tsx'
import type { ReadLine } from '#lib/rundown/texts.server.ts'
import { partLabels } from '#lib/story/print-blocks.ts'
import { formatDuration } from '#lib/time/duration.ts'

/** One line of the rundown with what is read in it; in small when it has no text. */
export function TextLine({ line, number, parts }: ReadLine) {
  const title = line.title || kindWords[line.kind].label
  const facts = [kindWords[line.kind].label, line.who, formatDuration(line.plannedMs)]
  if (parts.length === 0)
    return (
      <p className="tabular text-small">
        {number} · {[title, line.who, formatDuration(line.plannedMs)].filter(Boolean).join(' · ')}
      </p>
    )
  const labels = partLabels(parts)
  return (
    <article className="grid grid-cols-1 gap-3 border-t-2 border-border pt-4">
      <h3 className="break-after-avoid">
        {number} · {title}
      </h3>
      <p className="tabular break-after-avoid text-small">{facts.filter(Boolean).join(' · ')}</p>
      {parts.map((part, at) => (
        <ReadPartLine key={at} part={part} label={labels[at] ?? ''} />
      ))}
    </article>
  )
}
