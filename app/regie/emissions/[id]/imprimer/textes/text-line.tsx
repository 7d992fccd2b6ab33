// biome-ignore-all lint/suspicious/noArrayIndexKey: the text is shown whole, and its parts have no names.
import { kindWords } from '#app/regie/emissions/[id]/conducteur/kind-words.tsx'
import type { ReadLine } from '#lib/rundown/texts.server.ts'
import type { ReadPart } from '#lib/story/reading.ts'
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
  return (
    <article className="grid grid-cols-1 gap-3 border-t-2 border-border pt-4">
      <h3 className="break-after-avoid">
        {number} · {title}
      </h3>
      <p className="tabular break-after-avoid text-small">{facts.filter(Boolean).join(' · ')}</p>
      {parts.map((part, at) => (
        <Part key={at} part={part} isNewVoice={part.by !== (parts[at - 1]?.by ?? '')} />
      ))}
    </article>
  )
}

const partNames: Partial<Record<ReadPart['kind'], string>> = {
  leadIn: 'Lancement',
  leadOut: 'Pied',
  question: 'Question',
  quote: 'Citation',
}

function Part({ part: { kind, by, spans }, isNewVoice }: { part: ReadPart; isNewVoice: boolean }) {
  const words = spans.map(({ text, isBold }, at) => (isBold ? <strong key={at}>{text}</strong> : text))
  if (kind === 'heading') return <h4 className="break-after-avoid font-bold">{words}</h4>
  if (kind === 'soundCue')
    return (
      <p className="break-inside-avoid border-l-4 border-border pl-3">
        <strong>Son :</strong> {words}
      </p>
    )
  const name = partNames[kind]
  const label = [name, isNewVoice || name ? by : ''].filter(Boolean).join(' · ')
  return (
    <div className="break-inside-avoid">
      {label && <p className="break-after-avoid text-small font-bold">{label}</p>}
      <p className="whitespace-pre-line">
        {kind === 'listItem' && '– '}
        {words}
      </p>
    </div>
  )
}
