import { Pdf } from '#lib/machine/pdf.server.ts'
import { Column } from '#lib/machine/pdf-column.server.ts'
import { consentForm, type FormPiece, type FormSubject } from './form.ts'

/** Points: the text is read by people without their glasses. */
const size = 14
const margin = 56
const pen = '________________________________'

/** One sheet for each person, A4, to sign with a pen. `language`: BCP 47. */
export async function printForms(
  subjects: readonly FormSubject[],
  { author, language }: { author: string; language: string },
  isCompressed = true,
): Promise<Buffer> {
  const layout = 'portrait' as const
  const pdf = await Pdf.open({ title: 'Accords à signer', author, language, layout, margin, isCompressed })
  for (const [index, subject] of subjects.entries()) {
    if (index > 0) pdf.doc.addPage()
    const column = new Column(pdf, size)
    for (const piece of consentForm(subject)) write(column, piece)
  }
  return await pdf.finish((page, pages) => `Accords à signer · page ${page} sur ${pages}`)
}

function write(column: Column, piece: FormPiece) {
  switch (piece.kind) {
    case 'title':
      return column.block({
        tag: 'H1',
        spans: [{ text: piece.text, isBold: true }],
        look: { scale: 1.4, after: 0.6 },
      })
    case 'heading':
      return column.block({
        tag: 'H2',
        spans: [{ text: piece.text, isBold: true }],
        look: { scale: 1.1, before: 0.6, after: 0.2, keep: size * 3 },
      })
    case 'text':
      return column.block({ tag: 'P', spans: [{ text: piece.text, isBold: false }], look: { after: 0.3 } })
    case 'line': {
      const filled = piece.filled || pen
      const spans = [
        { text: `${piece.label} : `, isBold: false },
        { text: filled, isBold: piece.filled !== '' },
      ]
      return column.block({ tag: 'P', spans, look: { before: 0.3, after: 0.3 } })
    }
    case 'choice': {
      const spans = [
        { text: piece.text, isBold: true },
        { text: '\n[     ] Oui          [     ] Non', isBold: false },
      ]
      return column.block({ tag: 'P', spans, look: { before: 0.2, after: 0.3 } })
    }
  }
}
