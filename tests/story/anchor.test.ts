import { getSchema } from '@tiptap/core'
import { initProseMirrorDoc, relativePositionToAbsolutePosition } from '@tiptap/y-tiptap'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { storyExtensions } from '#app/_story/extensions.ts'
import { anchorOf, placeOfNote, sharedLines } from '#lib/story/anchor.ts'
import { contentFromBlocks } from '#lib/story/draft.ts'
import { type Place, placeOfQuote, textLines } from '#lib/story/lines.ts'
import { sharedTextFrom } from '#lib/story/shared-text.ts'

const content = contentFromBlocks([
  { type: 'leadIn', by: 'Denise', text: 'Bonjour à tous.' },
  { type: 'soundCue', text: 'Le moulin' },
  { type: 'list', items: ['un citron', 'deux citrons'] },
  { type: 'quote', by: 'Zohra', text: 'Rien ne se perd.' },
  { type: 'paragraph', text: 'On coupe les citrons. On presse.' },
])
const SQUEEZE: Place = { line: 4, from: 22, to: 32 }

const fresh = () => sharedTextFrom(content)
const note = (doc: Y.Doc, place: Place) => ({
  ...anchorOf(doc, place),
  quote: textLines(content)[place.line]?.slice(place.from, place.to) ?? '',
})
const now = (doc: Y.Doc, given: ReturnType<typeof note>) => {
  const lines = sharedLines(doc)
  const place = placeOfNote(doc, lines, given)
  return place && lines[place.line]?.text.slice(place.from, place.to)
}
const textAt = (doc: Y.Doc, line: number) => {
  const text = sharedLines(doc)[line]?.element.get(0)
  if (!(text instanceof Y.XmlText)) throw new Error('The line has no words')
  return text
}

test('a shared text has the lines of what it reads as', () => {
  expect(sharedLines(fresh()).map(({ text }) => text)).toEqual(textLines(content))
})

test('a line with bold words and a break counts each letter once', () => {
  const doc = sharedTextFrom({
    type: 'doc',
    content: [
      {
        type: 'paragraph',
        attrs: { by: null },
        content: [
          { type: 'text', text: 'du ' },
          { type: 'text', text: 'gras', marks: [{ type: 'bold' }] },
          { type: 'hardBreak' },
          { type: 'text', text: 'dessous' },
        ],
      },
    ],
  })
  for (const [from, to, words] of [
    [3, 7, 'gras'],
    [0, 15, 'du gras\ndessous'],
    [7, 8, '\n'],
    [8, 15, 'dessous'],
  ] as const) {
    const place = { line: 0, from, to }
    const lines = sharedLines(doc)
    expect(placeOfNote(doc, lines, { ...anchorOf(doc, place), quote: words })).toEqual(place)
  }
})

test('an anchor is the position that the editor’s binding knows', () => {
  const doc = fresh()
  const { anchorStart, anchorEnd } = anchorOf(doc, SQUEEZE)
  const fragment = doc.getXmlFragment('default')
  const { doc: written, mapping } = initProseMirrorDoc(fragment, getSchema(storyExtensions()))
  const at = (anchor: string) =>
    relativePositionToAbsolutePosition(
      doc,
      fragment,
      Y.decodeRelativePosition(Buffer.from(anchor, 'base64')),
      mapping,
    )
  expect(written.textBetween(at(anchorStart) ?? 0, at(anchorEnd) ?? 0)).toBe('On presse.')
})

describe('a note stays at its words', () => {
  test.each<[string, (doc: Y.Doc) => void, string | null]>([
    ['when somebody writes before them', (doc) => textAt(doc, 4).insert(0, 'Alors. '), 'On presse.'],
    [
      'when somebody writes right before and after',
      (doc) => {
        textAt(doc, 4).insert(22, 'Puis ')
        textAt(doc, 4).insert(37, ' Voilà.')
      },
      'On presse.',
    ],
    [
      'when a paragraph comes above',
      (doc) => doc.getXmlFragment('default').insert(0, [new Y.XmlElement('paragraph')]),
      'On presse.',
    ],
    [
      'when a word of them changes',
      (doc) => {
        textAt(doc, 4).delete(25, 6)
        textAt(doc, 4).insert(25, 'mélange')
      },
      'On mélange.',
    ],
    ['not when they are gone', (doc) => textAt(doc, 4).delete(22, 10), null],
    ['not when their paragraph is gone', (doc) => doc.getXmlFragment('default').delete(4, 1), null],
    [
      'when their paragraph is cut in two, as the editor does it',
      (doc) => {
        const after = new Y.XmlElement('paragraph')
        after.insert(0, [new Y.XmlText('On presse.')])
        textAt(doc, 4).delete(22, 10)
        doc.getXmlFragment('default').insert(5, [after])
      },
      'On presse.',
    ],
  ])('%s', (_when, change, words) => {
    const doc = fresh()
    const given = note(doc, SQUEEZE)
    doc.transact(() => change(doc))
    expect(now(doc, given)).toBe(words)
  })

  test('on another page, after both wrote', () => {
    const doc = fresh()
    const given = note(doc, SQUEEZE)
    const other = new Y.Doc()
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
    textAt(other, 4).insert(0, 'Ailleurs, ')
    textAt(doc, 4).insert(0, 'Ici, ')
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(other))
    expect(now(doc, given)).toBe('On presse.')
  })
})

test.each<[string, string, Place | null, Place | null]>([
  ['where it was', 'un', { line: 0, from: 0, to: 2 }, { line: 0, from: 0, to: 2 }],
  ['a little further', 'un', { line: 0, from: 1, to: 3 }, { line: 0, from: 0, to: 2 }],
  ['in the nearest line', 'un', { line: 2, from: 0, to: 2 }, { line: 1, from: 5, to: 7 }],
  ['nowhere', 'trois', { line: 0, from: 0, to: 5 }, null],
  ['anywhere, when it stands once', 'deux', null, { line: 1, from: 0, to: 4 }],
  ['nowhere for sure, when it stands twice', 'un', null, null],
  ['no words at all', '', null, null],
])('a quote is found %s', (_where, quote, near, place) => {
  expect(placeOfQuote(['un', 'deux un'], quote, near)).toEqual(place)
})
