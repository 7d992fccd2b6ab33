import { describe, expect, test } from 'vitest'
import { chatOf } from '#lib/story/paste-chat.ts'
import { cleanPaste } from '#lib/story/paste-html.ts'
import { pastedHref } from '#lib/story/paste-link.ts'
import {
  googleDocs,
  webPage,
  whatsappExport,
  whatsappPhone,
  whatsappWeb,
  wordPage,
} from './pasted-samples.ts'

const nothing = { images: 0, menus: 0, links: 0, isTracked: false, looks: false }
const html = (brought: string) => cleanPaste(brought).html

describe('a page of Word', () => {
  test('keeps titles, bold, lists and words', () => {
    expect(html(wordPage).replace(/\s+/g, ' ')).toBe(
      '<h2>Les citrons</h2>' +
        '<p><strong>Bonjour</strong> à tous,<br> et merci.</p>' +
        '<ul><li><p>Le sucre</p></li><li><p>Le <strong>sel</strong></p></li></ul>' +
        '<ol start="3"><li><p>Couper</p></li></ol>' +
        '<p>Fin.</p><p>Un</p><p>Deux</p>',
    )
  })
  test('and tells what it leaves out', () =>
    expect(cleanPaste(wordPage).leftOut).toEqual({ ...nothing, images: 1, looks: true }))
})

test('Google Docs: nothing is bold but what is, lists nest, links lead straight on', () => {
  expect(cleanPaste(googleDocs)).toMatchObject({
    html:
      '<h2>Lancement</h2><p>On va <strong>goûter</strong>.</p>' +
      '<ul><li><p>Un</p><ul><li><p>Dedans</p></li></ul></li><li><p>Deux</p></li></ul>' +
      '<p><a href="https://exemple.fr/page">La page</a></p>',
    leftOut: { ...nothing, isTracked: true, looks: true },
  })
})

test('a page of a journal: its words without menus, scripts, pictures and trackers', () => {
  const { html, leftOut } = cleanPaste(webPage)
  expect(html.replace(/\s+/g, ' ')).toBe(
    '<h2>La cantine rouvre</h2>' +
      '<p>Depuis lundi, <a href="https://exemple.fr/a?id=3">la cantine</a> est ouverte. Réagir Suite</p>' +
      '<p>La cour</p><blockquote><p>On attendait ça.</p></blockquote>' +
      '<p>Une ligne</p><p>Une autre</p><p>un<br>deux</p>',
  )
  expect(leftOut).toEqual({ images: 1, menus: 6, links: 2, isTracked: true, looks: true })
})

describe('pieces of pages', () => {
  test.each([
    ['Deux<br><br>paragraphes', '<p>Deux</p><p>paragraphes</p>'],
    ['<p>sans fin<p>non plus', '<p>sans fin</p><p>non plus</p>'],
    ['<ul><li>un<li>deux</ul>', '<ul><li><p>un</p></li><li><p>deux</p></li></ul>'],
    ['<ol start=4><li>x</ol>', '<ol start="4"><li><p>x</p></li></ol>'],
    ['<h6>petit</h6>', '<h3>petit</h3>'],
    ['<ul><li><h1>titre</h1></li></ul>', '<ul><li><p>titre</p></li></ul>'],
    ['<div data-block="question" data-words="Question">Et ?</div>', '<div data-block="question">Et ?</div>'],
    ['<div data-block="&quot; onclick">x</div>', '<p>x</p>'],
    ['1 < 2 & 3 > 2', '<p>1 &lt; 2 & 3 &gt; 2</p>'],
    ['&#60;script&#62;', '<p>&lt;script&gt;</p>'],
    ['a&#x202e;b&#8238;c\u202ed', '<p>abcd</p>'],
    ['&#xD83D;seul\ud83d', '<p>\ufffdseul\ufffd</p>'],
    ['&#0;&#x110000;x', '<p>\ufffd\ufffdx</p>'],
    ['<a href="java&#115;cript:alert(1)">x</a>', '<p>x</p>'],
    ['<a href="javascript&colon;alert(1)">x</a>', '<p>x</p>'],
    ['<a href=" java\nscript:alert(1)">x</a>', '<p>x</p>'],
    [
      "<a href='https://exemple.fr/\"><script>'>x</a>",
      '<p><a href="https://exemple.fr/&quot;&gt;&lt;script&gt;">x</a></p>',
    ],
    ['<a name="ici">x</a>', '<p>x</p>'],
    ['<a href="mailto:a@exemple.fr">x</a>', '<p><a href="mailto:a@exemple.fr">x</a></p>'],
    ['<SCRIPT>x</SCRIPT\n>y', '<p>y</p>'],
    ['<script>x', ''],
    ['<!-- x', ''],
    ['<p title="a>b">x</p>', '<p>x</p>'],
    ['<p class="x', ''],
    ['<b>', ''],
    ['<p>&nbsp;</p><p> </p>', ''],
    ['<b></b><img>', ''],
    ['a<span class="Apple-converted-space">&nbsp;</span>b', '<p>a b</p>'],
    ['<b>gras <i>et</i></b> maigre', '<p><strong>gras et</strong> maigre</p>'],
    ['', ''],
  ])('%j', (brought, clean) => expect(html(brought)).toBe(clean))
})

describe('too much, too deep', () => {
  test('a hundred thousand levels', () => {
    expect(html(`${'<div>'.repeat(100_000)}au fond${'</div>'.repeat(100_000)}`)).toBe('<p>au fond</p>')
    expect(html('<b>'.repeat(100_000))).toBe('')
    expect(html(`${'<ul><li>'.repeat(5000)}x`)).toContain('x')
    expect(html('</div>'.repeat(100_000))).toBe('')
  })
  test('five megabytes of a page', () => {
    const { blocks } = cleanPaste('<p style="color:red">Une ligne de texte.</p>'.repeat(120_000))
    expect(blocks).toBe(120_000)
  })
  test.each([
    ['<'],
    ['<!--'],
    ['<a "'],
    ["<a '="],
    ['&#'],
    ['<p '],
    ['<br>'],
    ['<![if'],
    ['</p'],
  ])('two hundred thousand of %j', (piece) =>
    expect(html(piece.repeat(200_000)).length).toBeLessThan(1_000_000))
})

describe('a conversation', () => {
  test('of a phone gives its messages', () =>
    expect(chatOf(whatsappPhone)).toEqual({
      messages: [
        { by: 'Nadia', text: 'Bonjour, voilà mon texte\navec deux lignes' },
        { by: 'Fatiha', text: 'Merci : c’est bien' },
        { by: 'Nadia', text: 'À demain' },
      ],
      notes: 1,
    }))
  test('that was exported too', () =>
    expect(chatOf(whatsappExport)).toEqual({
      messages: [
        { by: 'Nadia', text: 'Bonjour' },
        { by: 'Karim', text: 'Oui à 19h' },
      ],
      notes: 2,
    }))
  test('and that of a browser', () =>
    expect(chatOf(whatsappWeb)?.messages).toEqual([
      { by: '+33 6 12 34 56 78', text: 'Bonjour' },
      { by: 'Nadia', text: 'Bonsoir' },
    ]))
  test.each([
    ['Bonjour'],
    [''],
    ['Rendez-vous le 12/03/2026 à 18:04 : venez'],
    ['[1] Une note : ici'],
    ['18:04 Nadia arrive'],
    ['Nadia : bonjour\n[12/03/2026 18:04] Nadia : suite'],
  ])('%j is none', (text) => expect(chatOf(text)).toBeNull())
  test('of a megabyte is read at once', () => {
    expect(chatOf('[12/03/2026 18:04] Nadia : Bonjour\n'.repeat(30_000))?.messages).toHaveLength(30_000)
    expect(chatOf(`[12/03/2026 18:04] ${'a '.repeat(500_000)}`)).toBeNull()
  })
})

describe('an address that is pasted', () => {
  test.each([
    ['https://exemple.fr/a?b=1', 'https://exemple.fr/a?b=1', false],
    ['https://exemple.fr/?utm_source=x&b=1&gclid=3', 'https://exemple.fr/?b=1', true],
    ['https://l.facebook.com/l.php?u=https%3A%2F%2Fexemple.fr%2F&h=x', 'https://exemple.fr/', true],
    [
      'https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fexemple.fr',
      'https://exemple.fr',
      true,
    ],
    ['https://www.google.fr/url?sa=t&url=https://exemple.fr/', 'https://exemple.fr/', true],
    [
      'https://www.google.fr/url?q=javascript:alert(1)',
      'https://www.google.fr/url?q=javascript:alert(1)',
      false,
    ],
    ['https://www.google.fr/search?q=citron', 'https://www.google.fr/search?q=citron', false],
    ['tel:+33475000000', 'tel:+33475000000', false],
    ['file:///C:/a.doc', null, false],
    ['#note', null, false],
    ['../a', null, false],
  ])('%s leads to %s', (given, href, wasTracked) => expect(pastedHref(given)).toEqual({ href, wasTracked }))
})
