import { expect, test } from 'vitest'
import { contentFromBlocks } from '#lib/story/draft.ts'
import { readingParts } from '#lib/story/reading.ts'

test('a text at the microphone: blocks in order, who says them, sounds, and no note off air', () => {
  const parts = readingParts(
    contentFromBlocks([
      { type: 'leadIn', by: 'Karim', text: 'Bonjour.' },
      { type: 'heading', text: 'Le camion' },
      { type: 'offAir', text: 'Demander la date.' },
      { type: 'quote', by: 'Monique', text: 'On ne vend rien.' },
      { type: 'list', items: ['un', 'deux'] },
      { type: 'soundCue', text: 'Les citrons' },
      { type: 'paragraph', by: null, text: '' },
    ]),
  )
  expect(parts.map(({ kind, by, spans }) => [kind, by, spans.map(({ text }) => text).join('')])).toEqual([
    ['leadIn', 'Karim', 'Bonjour.'],
    ['heading', '', 'Le camion'],
    ['quote', 'Monique', 'On ne vend rien.'],
    ['listItem', '', 'un'],
    ['listItem', '', 'deux'],
    ['soundCue', '', 'Les citrons'],
  ])
})

test('weight and forced line breaks stay', () => {
  const content = {
    type: 'doc' as const,
    content: [
      {
        type: 'paragraph' as const,
        attrs: { by: null },
        content: [
          { type: 'text' as const, text: 'très', marks: [{ type: 'bold' as const }] },
          { type: 'hardBreak' as const },
          { type: 'text' as const, text: 'bien' },
        ],
      },
    ],
  }
  expect(readingParts(content)[0]?.spans).toEqual([
    { text: 'très', isBold: true },
    { text: '\n', isBold: false },
    { text: 'bien', isBold: false },
  ])
})
