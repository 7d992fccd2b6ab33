// biome-ignore-all lint/suspicious/noArrayIndexKey: a sheet is printed whole; its pieces have no names.
import { consentForm, type FormPiece, type FormSubject } from '#lib/rights/form.ts'

/** One person's sheet, alone on its page when printed. */
export function FormSheet({ subject }: { subject: FormSubject }) {
  return (
    <article className="grid grid-cols-1 gap-3 rounded-card border-2 border-border bg-surface p-gutter print:break-after-page print:border-0 print:p-0">
      {consentForm(subject).map((piece, index) => (
        <Piece key={index} piece={piece} />
      ))}
    </article>
  )
}

function Piece({ piece }: { piece: FormPiece }) {
  switch (piece.kind) {
    case 'title':
      return <h2>{piece.text}</h2>
    case 'heading':
      return <h3 className="mt-2">{piece.text}</h3>
    case 'text':
      return <p>{piece.text}</p>
    case 'line':
      return (
        <p className="flex flex-wrap items-end gap-2">
          {piece.label} :
          <span className="min-w-[min(14rem,100%)] flex-1 border-b-2 border-ink font-bold">
            {piece.filled || '\u00a0'}
          </span>
        </p>
      )
    case 'choice':
      return (
        <div className="break-inside-avoid">
          <p className="font-bold">{piece.text}</p>
          <p className="flex flex-wrap gap-x-8">
            <Box label="Oui" />
            <Box label="Non" />
          </p>
        </div>
      )
  }
}

function Box({ label }: { label: string }) {
  return (
    <span className="inline-flex items-center gap-2">
      <span aria-hidden="true" className="inline-block size-5 border-2 border-ink" />
      {label}
    </span>
  )
}
