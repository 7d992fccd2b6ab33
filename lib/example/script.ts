import type { TextBlock } from './shape.ts'

const spokenMarks = {
  LANCEMENT: 'leadIn',
  QUESTION: 'question',
  CITATION: 'quote',
  PIED: 'leadOut',
} as const

/**
 * Turns a text typed as radio people type it, one block a line, into blocks:
 * `LANCEMENT Denise — …`, `QUESTION Karim — …`, `Zohra — …`, `CITATION … — …`, `PIED Denise — …`,
 * `## Intertitre`, `* point d’une liste`, `(son) …`, `(hors antenne) …`.
 */
export function script(source: string): TextBlock[] {
  const lines = source.split('\n').filter((line) => line.trim() !== '')
  return joinLists(lines.map((line) => block(line.trim())))
}

function block(line: string): TextBlock {
  if (line.startsWith('## ')) return { type: 'heading', text: line.slice(3) }
  if (line.startsWith('* ')) return { type: 'list', items: [line.slice(2)] }
  if (line.startsWith('(son) ')) return { type: 'soundCue', text: line.slice(6) }
  if (line.startsWith('(hors antenne) ')) return { type: 'offAir', text: line.slice(15) }
  return spokenBlock(line)
}

function spokenBlock(line: string): TextBlock {
  const [before, ...rest] = line.split(' — ')
  const text = rest.join(' — ')
  if (before === undefined || text === '') throw new Error(`Nobody is named in “${line}”`)
  for (const [mark, type] of Object.entries(spokenMarks)) {
    if (before.startsWith(`${mark} `)) return { type, by: before.slice(mark.length + 1), text }
  }
  return { type: 'paragraph', by: before, text }
}

function joinLists(blocks: TextBlock[]): TextBlock[] {
  const joined: TextBlock[] = []
  for (const next of blocks) {
    const last = joined.at(-1)
    if (next.type === 'list' && last?.type === 'list') last.items.push(...next.items)
    else joined.push(next)
  }
  return joined
}
