import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { plainText, type StoryContent } from '#lib/story/document.ts'
import { contentFromBlocks } from '#lib/story/draft.ts'
import { changeShared, removeEmptied } from '#lib/story/shared-change.ts'
import { readSharedText, sharedFragment, sharedTextFrom } from '#lib/story/shared-text.ts'

const text = (...lines: string[]) =>
  contentFromBlocks(lines.map((line) => ({ type: 'paragraph', text: line })))
const bold = (line: string): StoryContent => ({
  type: 'doc',
  content: [
    {
      type: 'paragraph',
      attrs: { by: 'Zohra' },
      content: line
        .split(' ')
        .map((word, at) =>
          at % 2 === 0
            ? { type: 'text', text: word }
            : { type: 'text', text: ` ${word} `, marks: [{ type: 'bold' }] },
        ),
    },
  ],
})
const rich = contentFromBlocks([
  { type: 'leadIn', by: 'Denise', text: 'Bonjour' },
  { type: 'heading', text: 'Dans le camion' },
  { type: 'question', text: 'Alors ?' },
  { type: 'quote', by: 'Zohra', text: 'Rien ne se perd.' },
  { type: 'list', items: ['un', 'deux'] },
  { type: 'soundCue', text: 'Le moulin' },
  { type: 'offAir', text: 'Respirer' },
  { type: 'leadOut', text: 'Au revoir' },
])
const broken: StoryContent = {
  type: 'doc',
  content: [
    {
      type: 'paragraph',
      attrs: { by: null },
      content: [{ type: 'text', text: 'un' }, { type: 'hardBreak' }, { type: 'text', text: 'deux' }],
    },
  ],
}

const texts = [
  text('un deux trois'),
  text('un trois'),
  text('a', 'b', 'c'),
  text('a', 'c'),
  text('c', 'a', 'un deux'),
  bold('les citrons du camion'),
  bold('les camion'),
  rich,
  { ...rich, content: rich.content.toReversed() },
  broken,
  text(),
]

test.each(
  texts.flatMap((from, at) => texts.map((to, index) => [at, index, from, to] as const)),
)('text %i becomes text %i', (_at, _index, from, to) => {
  const doc = sharedTextFrom(from)
  removeEmptied(doc, changeShared(doc, to))
  const { content } = readSharedText(doc)
  // A text keeps a line to write on.
  const isBlank = to.content.length === 0 && plainText(content) === ''
  if (!isBlank) expect(content).toEqual(to)
})

test('an equal text is not changed at all', () => {
  const doc = sharedTextFrom(rich)
  const before = Y.encodeStateVector(doc)
  expect(changeShared(doc, rich)).toEqual([])
  expect(Y.encodeStateVector(doc)).toEqual(before)
})

test('what somebody writes meanwhile stays, also in a line that goes', () => {
  const doc = sharedTextFrom(text('Un matin de marché.', 'Une ligne de trop', 'La fin de tout le jour.'))
  const page = new Y.Doc()
  Y.applyUpdate(page, Y.encodeStateAsUpdate(doc))
  write(page, 0, 'Un matin de marché.'.length, ' Il pleut.')
  write(page, 1, 'Une ligne de trop'.length, ' encore')
  const emptied = changeShared(doc, text('Un soir de marché.', 'La fin du jour.'))
  expect(plainText(readSharedText(doc).content)).toBe('Un soir de marché.\nLa fin du jour.')
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(page))
  Y.applyUpdate(page, Y.encodeStateAsUpdate(doc))
  removeEmptied(doc, emptied)
  expect(plainText(readSharedText(doc).content)).toBe('Un soir de marché. Il pleut.\nencore\nLa fin du jour.')
  expect(readSharedText(page).content).toEqual(readSharedText(doc).content)
})

test('a line that nobody wrote in goes, a new one stays', () => {
  const doc = sharedTextFrom(text('Un.', 'Deux.', 'Trois.'))
  const emptied = changeShared(doc, text('Un.'))
  sharedFragment(doc).insert(1, [new Y.XmlElement('paragraph')])
  expect(sharedFragment(doc).length).toBe(4)
  removeEmptied(doc, emptied)
  removeEmptied(doc, emptied)
  expect(sharedFragment(doc).length).toBe(2)
})

function write(doc: Y.Doc, line: number, at: number, words: string) {
  const element = sharedFragment(doc).get(line)
  const inner = element instanceof Y.XmlElement ? element.get(0) : null
  if (!(inner instanceof Y.XmlText)) throw new Error('A line has no text')
  inner.insert(at, words)
}
