import { Pdf } from '#lib/machine/pdf.server.ts'
import { Column } from '#lib/machine/pdf-column.server.ts'
import { emptyQuestions, type Interview, interviewEnd, interviewFacts } from './interview.ts'

const margin = 56
/** Points: it is read at arm's length, beside a microphone. */
const size = 14
/** Lines to write on under a question, and where none is written yet. */
const room = { answer: 2, question: 3 }

export type PrintedInterview = Interview & {
  show: string
  language: string
  title: string
  author: string
  angle: string
  /** How the house is reached; '' = not said. */
  contact: string
}

/** The sheet that one takes along to an interview: what is known, the questions with room to write, what to ask last. */
export async function printInterview(sheet: PrintedInterview, isCompressed = true): Promise<Buffer> {
  const { show, language, title } = sheet
  const pdf = await Pdf.open({
    ...{ title: `Interview · ${title}`, author: show, language, isCompressed },
    ...{ layout: 'portrait', margin },
  })
  const column = new Column(pdf, size)
  writeHead(column, sheet)
  writeQuestions(column, sheet.questions)
  writeEnd(column, sheet)
  return await pdf.finish((page, pages) => `Interview · ${title} · page ${page} sur ${pages}`)
}

function writeHead(column: Column, { title, show, author, angle, leadIns }: PrintedInterview) {
  column.block({ tag: 'H1', spans: [{ text: title, isBold: true }], look: { scale: 1.4 } })
  const facts = ['Interview', author, show].filter(Boolean).join(' · ')
  column.block({ tag: 'P', spans: [{ text: facts }], look: { scale: 0.85, after: 0.5 } })
  for (const fact of interviewFacts) blank(column, `${fact} :`, 1)
  heading(column, 'Ce que l’on cherche à savoir')
  if (angle) column.block({ tag: 'P', spans: [{ text: angle }], look: { after: 0.5 } })
  else column.writingLines(2)
  for (const text of leadIns)
    column.block({ tag: 'P', spans: [{ text }], look: { label: 'Lancement', after: 0.5 } })
}

function writeQuestions(column: Column, questions: readonly string[]) {
  heading(column, 'Les questions')
  for (const [at, question] of questions.entries()) blank(column, `${at + 1}. ${question}`, room.answer)
  if (questions.length > 0) return
  for (let at = 1; at <= emptyQuestions; at += 1) blank(column, `${at}.`, room.question)
}

function writeEnd(column: Column, { contact, show }: PrintedInterview) {
  heading(column, 'À demander à la fin')
  for (const { ask, lines, ticks } of interviewEnd) {
    blank(column, ask, lines)
    for (const text of ticks)
      column.block({ tag: 'P', spans: [{ text }], look: { isTicked: true, after: 0.3 } })
  }
  const words = contact ? `${show} : ${contact}` : `${show} : demandez à l’accueil de la maison.`
  column.block({
    tag: 'P',
    spans: [{ text: words }],
    look: { label: 'À laisser à la personne', before: 0.8 },
  })
}

function heading(column: Column, text: string) {
  const keep = column.writingHeight(room.answer)
  column.block({
    tag: 'H2',
    spans: [{ text, isBold: true }],
    look: { scale: 1.15, before: 0.8, after: 0.3, keep },
  })
}

function blank(column: Column, text: string, lines: number) {
  const keep = lines > 0 ? column.writingHeight(lines) : 30
  column.block({ tag: 'P', spans: [{ text, isBold: true }], look: { keep, before: 0.2 } })
  if (lines > 0) column.writingLines(lines)
}
