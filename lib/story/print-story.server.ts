import { Pdf } from '#lib/machine/pdf.server.ts'
import { Column } from '#lib/machine/pdf-column.server.ts'
import { printBlocks } from './print-blocks.ts'
import type { ReadPart } from './reading.ts'

const margin = 62
/** Points: what people ask for who read without glasses. */
const size = 18

export type PrintedStory = {
  show: string
  language: string
  title: string
  /** Who and how long, under the title. */
  facts: string
  parts: readonly ReadPart[]
}

/** A story in 18 points, each block with its voice, pages numbered. */
export async function printStory(story: PrintedStory, isCompressed = true): Promise<Buffer> {
  const { show, language, title, facts, parts } = story
  const pdf = await Pdf.open({
    ...{ title: `${title} · ${show}`, author: show, language, isCompressed },
    ...{ layout: 'portrait', margin },
  })
  const column = new Column(pdf, size)
  column.block({ tag: 'H1', spans: [{ text: title, isBold: true }], look: { scale: 1.3 } })
  column.block({ tag: 'P', spans: [{ text: facts }], look: { scale: 0.75, after: 1 } })
  if (parts.length === 0) column.block({ tag: 'P', spans: [{ text: 'Rien n’est encore écrit.' }], look: {} })
  column.blocks(printBlocks(parts, true))
  return await pdf.finish((page, pages) => `${title} · page ${page} sur ${pages}`)
}
