import { Editor } from '@tiptap/core'
import { describe, expect, test } from 'vitest'
import { backToText, goOn } from '#app/_story/block-keys.ts'
import { nameVoice } from '#app/_story/blocks-of-selection.ts'
import { storyExtensions } from '#app/_story/extensions.ts'
import { findPlugin, replaceAll, searchOf, seek } from '#app/_story/find-marks.ts'
import { foundWords } from '#app/_story/find-words.ts'
import { fitSentence } from '#app/_story/fit-words.ts'
import { nameChat } from '#app/_story/paste-chat.ts'
import { chatWords, leftOutWords } from '#app/_story/paste-words.ts'
import { correctionsOf, makeCorrections } from '#app/_story/typo-edits.ts'
import { parseContent } from '#lib/story/clean.ts'
import { contentFromBlocks, type DraftBlock } from '#lib/story/draft.ts'
import { seconds } from '#lib/time/duration.ts'

/** The editor's own state, without a page. */
function editing(...blocks: DraftBlock[]): Editor {
  return new Editor({
    element: null,
    extensions: storyExtensions(),
    content: contentFromBlocks(blocks),
  })
}

/** Each block as "sort voice: words". */
function told(editor: Editor): string[] {
  const blocks = parseContent(editor.getJSON())?.content ?? []
  return blocks.map((block) => {
    const by = 'attrs' in block && 'by' in block.attrs && block.attrs.by ? ` ${block.attrs.by}` : ''
    const words = 'content' in block ? JSON.stringify(block.content).match(/(?<="text":")[^"]*/g) : []
    return `${block.type}${by}: ${(words ?? []).join('')}`
  })
}

/** Puts the cursor at the head or the end of the n-th block. */
function standIn(editor: Editor, index: number, side: 'head' | 'end') {
  let at = 0
  editor.state.doc.forEach((node, offset, n) => {
    if (n === index) at = offset + (side === 'head' ? 1 : node.nodeSize - 1)
  })
  editor.commands.setTextSelection(at)
}

describe('Enter', () => {
  const interview: DraftBlock[] = [
    { type: 'question', by: 'Denise', text: 'Alors ?' },
    { type: 'paragraph', by: 'Zohra', text: 'Rien ne se perd.' },
    { type: 'question', by: 'Denise', text: 'Et le sel ?' },
  ]
  test('after a question begins the answer, said by who answered the last one', () => {
    const editor = editing(...interview)
    standIn(editor, 2, 'end')
    expect(goOn(editor)).toBe(true)
    expect(told(editor)).toEqual([
      'question Denise: Alors ?',
      'paragraph Zohra: Rien ne se perd.',
      'question Denise: Et le sel ?',
      'paragraph Zohra: ',
    ])
    editor.commands.insertContent({ type: 'text', text: 'Non plus.' })
    expect(told(editor).at(-1)).toBe('paragraph Zohra: Non plus.')
  })
  test('an empty paragraph that waits there is taken, no second one made', () => {
    const editor = editing(...interview, { type: 'paragraph', text: '' })
    standIn(editor, 2, 'end')
    expect(goOn(editor)).toBe(true)
    expect(told(editor).slice(2)).toEqual(['question Denise: Et le sel ?', 'paragraph Zohra: '])
    expect(editor.state.selection.$from.parent.attrs.by).toBe('Zohra')
  })
  test.each(['leadIn', 'leadOut', 'offAir', 'heading'] as const)('after a %s goes on with text', (type) => {
    const editor = editing({ type, text: 'Fini' })
    standIn(editor, 0, 'end')
    expect(goOn(editor)).toBe(true)
    expect(told(editor)).toEqual([`${type}: Fini`, 'paragraph: '])
  })
  test('in an empty block leaves it; in the middle of one, and in text, it is the editor’s own', () => {
    const empty = editing({ type: 'question', by: 'Denise', text: '' })
    standIn(empty, 0, 'head')
    expect(goOn(empty)).toBe(true)
    expect(told(empty)).toEqual(['paragraph: '])
    const editor = editing(...interview)
    standIn(editor, 0, 'head')
    expect(goOn(editor)).toBe(false)
    standIn(editor, 1, 'end')
    expect(goOn(editor)).toBe(false)
  })
})

describe('Backspace', () => {
  test('before the first letter of a block makes it text, its voice kept', () => {
    const editor = editing({ type: 'leadIn', by: 'Denise', text: 'Bonjour' }, { type: 'offAir', text: '' })
    standIn(editor, 0, 'head')
    expect(backToText(editor)).toBe(true)
    standIn(editor, 1, 'head')
    expect(backToText(editor)).toBe(true)
    expect(told(editor)).toEqual(['paragraph Denise: Bonjour', 'paragraph: '])
  })
  test('elsewhere is the editor’s own', () => {
    const editor = editing({ type: 'leadIn', text: 'Bonjour' }, { type: 'paragraph', text: 'Oui' })
    standIn(editor, 0, 'end')
    expect(backToText(editor)).toBe(false)
    standIn(editor, 1, 'head')
    expect(backToText(editor)).toBe(false)
  })
})

describe('looking for words', () => {
  const text: DraftBlock[] = [
    { type: 'leadIn', text: 'L’été à l’école' },
    { type: 'list', items: ['École', 'écoles'] },
    { type: 'quote', text: 'ECOLE' },
  ]
  const looking = (words: string, isWhole = false) => {
    const editor = editing(...text)
    // Without a page no extension brings its plugins.
    editor.registerPlugin(findPlugin())
    seek(editor, { words, isExact: false, isWhole })
    return editor
  }
  test('goes through every block', () => {
    expect(searchOf(looking('ecole').state).places).toHaveLength(4)
    expect(searchOf(looking('ecole', true).state).places).toHaveLength(3)
    expect(searchOf(looking('').state).places).toHaveLength(0)
  })
  test('replaces them all, wherever they are', () => {
    const editor = looking('ecole')
    expect(replaceAll(editor, 'cantine')).toBe(4)
    expect(editor.getText()).not.toMatch(/école/i)
    expect(editor.getText().match(/cantine/g)).toHaveLength(4)
    expect(searchOf(editor.state).places).toHaveLength(0)
    expect(replaceAll(editor, 'x')).toBe(0)
  })
  test('by nothing takes them out', () => {
    const editor = looking('l’')
    expect(replaceAll(editor, '')).toBe(2)
    expect(told(editor)[0]).toBe('leadIn: été à école')
  })
  test.each([
    [{ words: '', count: 0, at: -1, replaced: null }, ''],
    [{ words: 'x', count: 0, at: -1, replaced: null }, 'Rien de trouvé.'],
    [{ words: 'x', count: 3, at: 1, replaced: null }, '2 sur 3'],
    [{ words: 'x', count: 0, at: -1, replaced: 1 }, '1 remplacé. Annuler le remet.'],
    [{ words: 'x', count: 0, at: -1, replaced: 4 }, '4 remplacés. Annuler les remet tous.'],
  ])('tells %j as %j', (search, words) => expect(foundWords(search)).toBe(words))
})

describe('small corrections', () => {
  const typed: DraftBlock[] = [
    { type: 'question', by: 'Denise', text: "Ça va, l'été?" },
    { type: 'offAir', text: 'Voir https://exemple.fr/?a=1' },
    { type: 'paragraph', text: 'À 19h30 !' },
  ]
  test('are found block by block, with the words around them', () => {
    expect(correctionsOf(editing(...typed)).map(({ was, is }) => [was, is])).toEqual([
      ["l'été?", 'l’été?'],
      ["l'été?", "l'été\u00a0?"],
      ['À 19h30 !', 'À 19\u00a0h\u00a030 !'],
      ['19h30 !', '19h30\u00a0!'],
    ])
  })
  test('are made all at once, or one alone', () => {
    const all = editing(...typed)
    expect(makeCorrections(all, correctionsOf(all))).toBe(4)
    expect(told(all)[0]).toBe('question Denise: Ça va, l’été\u00a0?')
    expect(correctionsOf(all)).toEqual([])
    const one = editing(...typed)
    expect(makeCorrections(one, correctionsOf(one).slice(0, 1))).toBe(1)
    expect(told(one)[0]).toBe('question Denise: Ça va, l’été?')
  })
  test('that the text has left behind are not made', () => {
    const editor = editing(...typed)
    const seen = correctionsOf(editor)
    editor.commands.insertContentAt(1, { type: 'text', text: 'Oh ' })
    expect(makeCorrections(editor, seen)).toBe(0)
    expect(told(editor)[0]).toBe("question Denise: Oh Ça va, l'été?")
  })
})

test('the names of a conversation come to the messages that still stand, and to no other block', () => {
  const editor = editing(
    { type: 'paragraph', text: 'Bonjour' },
    { type: 'paragraph', text: 'Bonjour, moi aussi' },
    { type: 'question', text: 'Bonjour' },
  )
  nameChat(editor, [{ by: 'Nadia', text: 'Bonjour' }])
  expect(told(editor)).toEqual([
    'paragraph Nadia: Bonjour',
    'paragraph: Bonjour, moi aussi',
    'question: Bonjour',
  ])
  standIn(editor, 1, 'head')
  nameVoice(editor, 'Karim')
  expect(told(editor)[1]).toBe('paragraph Karim: Bonjour, moi aussi')
})

describe('in a sentence', () => {
  test.each([
    [80, 80, 'Environ 1\u00a0minute 20. C’est la bonne longueur.'],
    [
      120,
      80,
      'Il y a 40\u00a0secondes de trop. Voulez-vous choisir une phrase à garder pour une autre fois\u00a0?',
    ],
    [50, 80, 'Environ 50\u00a0secondes. Il reste 30\u00a0secondes\u00a0: vous pouvez en dire un peu plus.'],
  ])('%i seconds for %i', (total, slot, sentence) =>
    expect(fitSentence(seconds(total), seconds(slot)).replace(/[\u00a0 ]/g, ' ')).toBe(
      sentence.replace(/[\u00a0 ]/g, ' '),
    ))

  test('what a paste left behind', () => {
    const none = { images: 0, menus: 0, links: 0, isTracked: false, looks: false }
    expect(leftOutWords(none)).toBeNull()
    expect(leftOutWords({ ...none, images: 2, menus: 1, looks: true })).toMatch(
      /2 images, 1 menu ou bouton et les couleurs et les polices/,
    )
    expect(chatWords(3, 1)).toMatch(/^3 messages collés, sans leur heure\. Les images/)
    expect(chatWords(1, 0)).toBe('1 message collé, sans son heure.')
  })
})
