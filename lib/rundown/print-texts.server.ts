import { setImmediate as turn } from 'node:timers/promises'
import type { Db } from '#lib/db/db.server.ts'
import { Pdf } from '#lib/machine/pdf.server.ts'
import { type Block, Column } from '#lib/machine/pdf-column.server.ts'
import type { Span } from '#lib/machine/text-lines.ts'
import { printBlocks } from '#lib/story/print-blocks.ts'
import { formatDuration } from '#lib/time/duration.ts'
import type { TimedEpisode } from './as-run.server.ts'
import { kindNames } from './line-words.ts'
import { printFacts, printTitle } from './print-words.ts'
import { type ReadLine, textsOf } from './texts.server.ts'

const margin = 62
/** Points; the larger one is what people ask for who read without glasses. */
const sizes = { usual: 14, large: 18 }

/** All that is read in an episode, in reading size: one story after the other, with lead-ins and where sounds play. */
export async function printTexts(
  db: Db,
  timed: TimedEpisode,
  isLarge: boolean,
  isCompressed = true,
): Promise<Buffer> {
  const { show, episode, plan } = timed
  const title = printTitle(show.name, episode)
  const pdf = await Pdf.open({
    ...{ title: `Textes · ${title}`, author: show.name, language: show.language, isCompressed },
    ...{ layout: 'portrait', margin },
  })
  const column = new Column(pdf, isLarge ? sizes.large : sizes.usual)
  column.block({ tag: 'H1', spans: [{ text: title, isBold: true }], look: { scale: 1.3 } })
  const facts = printFacts(episode, plan.totalMs, episode.targetMs)
  column.block({ tag: 'P', spans: [{ text: facts }], look: { scale: 0.75, after: 1 } })
  for (const line of await textsOf(db, timed)) {
    writeLine(column, line)
    // Setting a long text takes a while: whoever else asks is answered in between.
    await turn()
  }
  return await pdf.finish((page, pages) => `${title} · page ${page} sur ${pages}`)
}

function writeLine(column: Column, { line, number, parts }: ReadLine) {
  const length = formatDuration(line.plannedMs)
  if (parts.length === 0) {
    const facts = [line.title || kindNames[line.kind], line.who, length].filter(Boolean).join(' · ')
    const spans = [{ text: `${number} · ${facts}` }]
    return column.block({ tag: 'P', spans, look: { scale: 0.75, before: 0.5, after: 0.5 } })
  }
  const facts = [kindNames[line.kind], line.who, length].filter(Boolean).join(' · ')
  const blocks = printBlocks(parts)
  const [first] = blocks
  const below = first ? column.heightOf(first) : 0
  const factsBlock: Block = {
    tag: 'P',
    spans: [{ text: facts }],
    look: { scale: 0.75, after: 0.5, keep: below },
  }
  const title: Span[] = [{ text: `${number} · ${line.title || 'Sans titre'}`, isBold: true }]
  column.rule(column.heightOf(factsBlock) + below)
  const keep = column.heightOf(factsBlock) + below
  column.block({ tag: 'H2', spans: title, look: { scale: 1.15, keep } })
  column.block(factsBlock)
  column.blocks(blocks)
}
