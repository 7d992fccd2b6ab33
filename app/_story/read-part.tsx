// biome-ignore-all lint/suspicious/noArrayIndexKey: the text is shown whole, and its spans have no names.
import type { ReadPart } from '#lib/story/reading.ts'

/** One block of a text on paper, under its label (see `partLabels`). */
export function ReadPartLine({ part: { kind, spans }, label }: { part: ReadPart; label: string }) {
  const words = spans.map(({ text, isBold }, at) => (isBold ? <strong key={at}>{text}</strong> : text))
  if (kind === 'heading') return <h4 className="break-after-avoid font-bold">{words}</h4>
  if (kind === 'soundCue' || kind === 'offAir')
    return (
      <p className="break-inside-avoid border-l-4 border-border pl-3">
        <strong>{label} :</strong> {words}
      </p>
    )
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
