import * as Y from 'yjs'
import { lineNames, type Place, placeOfQuote } from './lines.ts'

/**
 * What holds a note at its words while others write: two Yjs relative positions in base64, of the first and the last
 * letter, as the editor's binding writes them. Both '' for a note about the whole text.
 */
export type Anchor = { anchorStart: string; anchorEnd: string }
export const noAnchor: Anchor = { anchorStart: '', anchorEnd: '' }

type SharedLine = { element: Y.XmlElement; text: string }

/** The lines of a shared text, counted as `textLines` counts those of what it reads as. */
export function sharedLines(doc: Y.Doc): SharedLine[] {
  return linesWithin(doc.getXmlFragment('default'), 1)
}

/** Fastens a place; its words must be there. */
export function anchorOf(doc: Y.Doc, place: Place): Anchor {
  const element = sharedLines(doc)[place.line]?.element
  if (!element) throw new Error(`A note is to be fastened to line ${place.line}, which is not there`)
  return {
    anchorStart: packed(positionIn(element, place.from, 0)),
    anchorEnd: packed(positionIn(element, place.to, -1)),
  }
}

/**
 * Where a note's words are now. When they were rewritten, where their first and last letters still are; when those
 * went too (a paragraph cut in two, moved), where the quote stands once; else null.
 */
export function placeOfNote(
  doc: Y.Doc,
  lines: readonly SharedLine[],
  note: Anchor & { quote: string },
): Place | null {
  if (note.anchorStart === '') return null
  const texts = lines.map(({ text }) => text)
  const from = pointOf(doc, lines, note.anchorStart)
  const to = pointOf(doc, lines, note.anchorEnd)
  const held = from && to && from.line === to.line && from.at < to.at
  const place = held ? { line: from.line, from: from.at, to: to.at } : null
  if (place && isMostly(texts[place.line] ?? '', place, note.quote)) return place
  return placeOfQuote(texts, note.quote, null) ?? place
}

/** Whether a held place still begins or ends with the words that it was made for. */
function isMostly(text: string, { from, to }: Place, quote: string): boolean {
  const words = text.slice(from, to)
  return words === quote || words.length > quote.length / 2
}

function linesWithin(parent: Y.XmlFragment, depth: number): SharedLine[] {
  if (depth > 200) return []
  return parent.toArray().flatMap((child): SharedLine[] => {
    if (!(child instanceof Y.XmlElement)) return []
    const isLine = lineNames.some((name) => name === child.nodeName)
    return isLine ? [{ element: child, text: textOf(child) }] : linesWithin(child, depth + 1)
  })
}

function textOf(line: Y.XmlElement): string {
  return line
    .toArray()
    .map((child) => (child instanceof Y.XmlText ? wordsOf(child) : '\n'))
    .join('')
}

function wordsOf(text: Y.XmlText): string {
  const parts: { insert: unknown }[] = text.toDelta()
  return parts.map(({ insert }) => (typeof insert === 'string' ? insert : '\ufffc')).join('')
}

const lengthOf = (child: unknown) => (child instanceof Y.XmlText ? child.length : 1)

/** `assoc` 0 keeps to the letter after the position, -1 to the one before. */
function positionIn(line: Y.XmlElement, at: number, assoc: 0 | -1): Y.RelativePosition {
  let rest = at
  for (const [index, child] of line.toArray().entries()) {
    const length = lengthOf(child)
    const isHere = assoc === 0 ? rest < length : rest <= length
    if (isHere && child instanceof Y.XmlText) return Y.createRelativePositionFromTypeIndex(child, rest, assoc)
    if (isHere) return Y.createRelativePositionFromTypeIndex(line, index + rest, assoc)
    rest -= length
  }
  return Y.createRelativePositionFromTypeIndex(line, line.length, assoc)
}

function pointOf(
  doc: Y.Doc,
  lines: readonly SharedLine[],
  anchor: string,
): { line: number; at: number } | null {
  const found = Y.createAbsolutePositionFromRelativePosition(unpacked(anchor), doc)
  if (!found) return null
  const { type, index } = found
  const element = type instanceof Y.XmlText ? type.parent : type
  const line = lines.findIndex((one) => one.element === element)
  const children = lines[line]?.element.toArray()
  if (!children) return null
  const before = type instanceof Y.XmlText ? children.indexOf(type) : index
  const at = children.slice(0, before).reduce((sum, child) => sum + lengthOf(child), 0)
  return { line, at: type instanceof Y.XmlText ? at + index : at }
}

function packed(position: Y.RelativePosition): string {
  return btoa(String.fromCharCode(...Y.encodeRelativePosition(position)))
}

function unpacked(anchor: string): Y.RelativePosition {
  return Y.decodeRelativePosition(Uint8Array.from(atob(anchor), (letter) => letter.charCodeAt(0)))
}
