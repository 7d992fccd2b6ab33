import { getSchema } from '@tiptap/core'
import { prosemirrorJSONToYDoc, yXmlFragmentToProsemirrorJSON } from '@tiptap/y-tiptap'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { storyExtensions } from '#app/_story/extensions.ts'
import { parseContent } from '#lib/story/clean.ts'
import type { StoryContent } from '#lib/story/document.ts'
import { contentFromBlocks } from '#lib/story/draft.ts'
import { mergeShared, readSharedText, sharedTextFrom } from '#lib/story/shared-text.ts'
import { emptyCue } from '#lib/story/sound-cue.ts'

const whole: StoryContent = {
  type: 'doc',
  content: [
    ...contentFromBlocks([
      { type: 'leadIn', by: 'Denise', text: 'Bonjour' },
      { type: 'heading', text: 'Dans le camion' },
      { type: 'question', text: 'Alors ?' },
      { type: 'quote', by: 'Zohra', text: 'Rien ne se perd.' },
      { type: 'list', items: ['un', 'deux'] },
      { type: 'soundCue', text: 'Le moulin', clip: '3f2b8c9e-7a61-4d0e-9b3a-2c1d4e5f6a7b' },
      { type: 'soundCue', text: '' },
      { type: 'offAir', text: 'Respirer' },
      { type: 'paragraph', text: '' },
      { type: 'leadOut', text: 'Au revoir' },
    ]).content,
    {
      type: 'soundCue',
      attrs: {
        ...{ clipId: '3f2b8c9e-7a61-4d0e-9b3a-2c1d4e5f6a7b', label: 'Le moulin' },
        ...{ inMs: 0, outMs: 42_000, firstWords: 'Au début', lastWords: 'et voilà' },
      },
    },
    {
      type: 'orderedList',
      attrs: { start: 3 },
      content: [{ type: 'listItem', content: [{ type: 'paragraph', attrs: { by: null } }] }],
    },
    {
      type: 'paragraph',
      attrs: { by: null },
      content: [
        { type: 'text', text: 'du ' },
        { type: 'text', text: 'gras', marks: [{ type: 'bold' }] },
        { type: 'hardBreak' },
        { type: 'text', text: 'lien', marks: [{ type: 'link', attrs: { href: 'https://example.org' } }] },
      ],
    },
  ],
}

test('a text goes into the shared document and comes back as it was', () => {
  expect(readSharedText(sharedTextFrom(whole))).toEqual({ content: whole, cut: false })
})

test('the editor’s own binding reads what we write', () => {
  const json = yXmlFragmentToProsemirrorJSON(sharedTextFrom(whole).getXmlFragment('default'))
  getSchema(storyExtensions()).nodeFromJSON(json).check()
  expect(parseContent(json)).toEqual(whole)
})

test('we read what the editor’s own binding writes', () => {
  const doc = prosemirrorJSONToYDoc(getSchema(storyExtensions()), whole, 'default')
  expect(readSharedText(doc).content).toEqual(whole)
})

test('an unreadable change is told, and costs the others nothing', () => {
  const doc = new Y.Doc()
  const errors: unknown[] = []
  const good = Y.encodeStateAsUpdate(sharedTextFrom(whole))
  mergeShared(doc, [Uint8Array.of(7, 7, 7), good], (error) => errors.push(error))
  expect(errors).toHaveLength(1)
  expect(readSharedText(doc).content).toEqual(whole)
})

test('a document that is no text of ours reads as nothing, or as its words', () => {
  const doc = new Y.Doc()
  doc.getMap('default').set('a', 1)
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  expect(readSharedText(copy).content.content).toEqual([])
  const nul = new Y.Doc()
  nul.getXmlFragment('default').insert(0, [new Y.XmlText('un\u0000deux\ud800')])
  expect(JSON.stringify(readSharedText(nul).content)).toContain('undeux')
})

test('a sound that was placed before it had an in and an out is as it was, for us and for the editor', () => {
  const doc = new Y.Doc()
  const cue = new Y.XmlElement('soundCue')
  cue.setAttribute('label', 'Le moulin')
  doc.getXmlFragment('default').insert(0, [cue])
  const old = { type: 'soundCue', attrs: { ...emptyCue, label: 'Le moulin' } }
  expect(readSharedText(doc).content.content).toEqual([old])
  const json = yXmlFragmentToProsemirrorJSON(doc.getXmlFragment('default'))
  expect(getSchema(storyExtensions()).nodeFromJSON(json).toJSON().content).toEqual([old])
})
