import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { Transcript } from '#app/_public/transcript.tsx'
import type { TranscriptPart } from '#lib/db/schema.ts'

const part: TranscriptPart = {
  ...{ chapter: 'L’accueil', startMs: 61_200, endMs: 90_000, speaker: 'Denise' },
  paragraphs: ['Bonjour. On commence.', 'À « tout » de suite !'],
}
const write = (...parts: TranscriptPart[]) =>
  renderToStaticMarkup(Transcript({ parts, path: '/emissions/un' })).replace(/ class=('|")[^'"]*\1/g, '')

test('a chapter has its title, a link to its moment, the names, and the paragraphs as they are', () => {
  expect(write(part)).toBe(
    "<div><section><div><h3 data-from='61.2'>L’accueil</h3>" +
      "<a href='/emissions/un?t=61#ecouter' data-at='61.2' aria-label='Écouter à 1:01 : L’accueil'>Écouter à 1:01</a></div>" +
      '<div><p><strong>Denise : </strong>Bonjour. On commence.</p><p>À « tout » de suite !</p></div></section></div>',
  )
})

test('sentences that were found say when, with one space between', () => {
  const sentences = [
    { paragraph: 0, text: 'Bonjour.', startMs: 61_700, endMs: 62_500 },
    { paragraph: 0, text: 'On commence.', startMs: 62_987, endMs: 64_000 },
  ]
  expect(write({ ...part, sentences })).toContain(
    "<p><strong>Denise : </strong><span data-from='61.7'>Bonjour.</span> <span data-from='62.9'>On commence.</span></p>" +
      '<p>À « tout » de suite !</p>',
  )
})

test('turns of one chapter stand under one title; nobody is named where nobody is known', () => {
  const second = { ...part, speaker: '', paragraphs: ['Merci.'] }
  const written = write(part, second)
  expect(written.match(/<h3/g)).toHaveLength(1)
  expect(written).toContain('<div><p>Merci.</p></div>')
})

test('hostile words are words', () => {
  const evil = `<img src=x onerror='a("b")'>&amp;`
  const written = write({ ...part, chapter: evil, speaker: evil, paragraphs: [evil] })
  expect(written).not.toContain('<img')
  expect(written).toContain(
    '<p><strong>&lt;img src=x onerror=&#39;a(&quot;b&quot;)&#39;&gt;&amp;amp; : </strong>',
  )
})
