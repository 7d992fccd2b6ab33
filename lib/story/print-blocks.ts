import type { Block } from '#lib/machine/pdf-column.server.ts'
import type { Span } from '#lib/machine/text-lines.ts'
import type { ReadPart } from './reading.ts'

/** What stands above a part of a printed text; what is only said needs no name. */
const partNames: Partial<Record<ReadPart['kind'], string>> = {
  leadIn: 'Lancement',
  leadOut: 'Pied',
  question: 'Question',
  quote: 'Citation',
  soundCue: 'Son',
  offAir: 'Note hors antenne',
}

/**
 * The label of each part: its name and its voice. A voice is said again only when it changes, unless `everyVoice`: a
 * reader who looks up in the middle of a page then still knows whose turn it is.
 */
export function partLabels(parts: readonly ReadPart[], everyVoice = false): string[] {
  return parts.map(({ kind, by }, at) => {
    const name = partNames[kind]
    const isSaid = everyVoice || name !== undefined || by !== (parts[at - 1]?.by ?? '')
    return [name, isSaid ? by : ''].filter(Boolean).join(' · ')
  })
}

/** Parts under their labels, as they are set on paper. */
export function printBlocks(parts: readonly ReadPart[], everyVoice = false): Block[] {
  const labels = partLabels(parts, everyVoice)
  return parts.map(({ kind, spans }, at): Block => {
    const label = labels[at] ?? ''
    if (kind === 'heading') {
      const bold = spans.map((span) => ({ ...span, isBold: true }))
      return { tag: 'H3', spans: bold, look: { before: 0.4 } }
    }
    if (kind === 'soundCue' || kind === 'offAir') {
      const cue = [{ text: `${label} : `, isBold: true }, ...spans]
      return { tag: 'P', spans: cue, look: { isFramed: true, after: 0.5 } }
    }
    const dash: Span[] = kind === 'listItem' ? [{ text: '– ' }] : []
    return { tag: 'P', spans: [...dash, ...spans], look: { label, after: 0.5 } }
  })
}
