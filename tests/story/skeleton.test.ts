import { describe, expect, test } from 'vitest'
import { heardParts } from '#lib/story/document.ts'
import { storyForms } from '#lib/story/form.ts'
import { interviewOf } from '#lib/story/interview.ts'
import { partLabels } from '#lib/story/print-blocks.ts'
import { readingParts } from '#lib/story/reading.ts'
import { firstAsk, openingText } from '#lib/story/skeleton.ts'
import { spokenWords } from '#lib/story/speech.ts'

describe.each(storyForms)('the skeleton of a %s', (form) => {
  test('counts no word and is never heard', () => {
    const text = openingText(form, '')
    expect(text.content.length).toBeGreaterThan(2)
    expect([spokenWords(text), heardParts(text), readingParts(text)]).toEqual([0, [], []])
  })

  test('takes the first words where its first note asks for them', () => {
    const text = openingText(form, 'Un mot.\n\n  Un autre. ')
    expect(heardParts(text).map((part) => part.text)).toEqual(['Un mot.', 'Un autre.'])
    const at = text.content.findIndex((block) => block.type !== 'offAir' && 'content' in block)
    expect(text.content[at - 1]).toMatchObject({ content: [{ text: firstAsk(form) }] })
  })
})

test('a story without a form begins with its first words, or with nothing', () => {
  expect(openingText(null, ' \n ').content).toEqual([])
  expect(heardParts(openingText(null, 'Bonjour.\nC’est nous.'))).toMatchObject([
    { kind: 'paragraph', text: 'Bonjour.' },
    { kind: 'paragraph', text: 'C’est nous.' },
  ])
})

test('the sheet of an interview has the questions that are written, not the empty ones', () => {
  expect(interviewOf(openingText('interview', 'Qui êtes-vous ?\nDepuis quand ?'))).toEqual({
    leadIns: [],
    questions: ['Qui êtes-vous ?', 'Depuis quand ?'],
  })
})

test('on paper every block can have its voice; without, a voice is said when it changes', () => {
  const by = (name: string) => ({ kind: 'paragraph', by: name, spans: [] }) as const
  const parts = [by('Zohra'), by('Zohra'), { kind: 'question', by: 'Aïcha', spans: [] } as const]
  expect(partLabels(parts, true)).toEqual(['Zohra', 'Zohra', 'Question · Aïcha'])
  expect(partLabels(parts)).toEqual(['Zohra', '', 'Question · Aïcha'])
})
