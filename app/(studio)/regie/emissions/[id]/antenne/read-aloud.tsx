import type { SpokenPart } from '#lib/story/document.ts'

type Props = { title: string; parts: readonly SpokenPart[]; notes: string }

/** A text to read on air, with the studio's note about the line. */
export function ReadAloud({ title, parts, notes }: Props) {
  if (parts.length === 0 && notes === '') return null
  return (
    <section className="grid gap-2 rounded-card border-2 border-border bg-surface p-gutter">
      <h2 className="text-lead">{title}</h2>
      {notes !== '' && <p className="whitespace-pre-line text-ink-2">Note : {notes}</p>}
      {parts.map(({ kind, by, text }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the text is shown whole, and its parts have no names.
        <p key={at} className="whitespace-pre-line" data-kind={kind}>
          {by !== '' && <b>{by} : </b>}
          {text}
        </p>
      ))}
    </section>
  )
}
