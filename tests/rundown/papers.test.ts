import { inflateSync } from 'node:zlib'
import { beforeAll, describe, expect, test } from 'vitest'
import { shows, stories } from '#lib/db/schema.ts'
import { parseCsv } from '#lib/machine/csv.ts'
import type { Actor } from '#lib/people/can.ts'
import { readTimedEpisode } from '#lib/rundown/as-run.server.ts'
import { freezeBroadcast, readBroadcast } from '#lib/rundown/broadcast.server.ts'
import { undoChange } from '#lib/rundown/history.server.ts'
import { importLines, readImport } from '#lib/rundown/import.server.ts'
import { guessColumns } from '#lib/rundown/import-columns.ts'
import { readLines } from '#lib/rundown/import-lines.ts'
import { findPaper } from '#lib/rundown/papers.server.ts'
import { printRundown } from '#lib/rundown/print-rundown.server.ts'
import { printTexts } from '#lib/rundown/print-texts.server.ts'
import { type NewLine, readRundown } from '#lib/rundown/rundown.server.ts'
import { readSheetCells, writeSheet } from '#lib/rundown/xlsx.server.ts'
import { contentFromBlocks } from '#lib/story/draft.ts'
import { writeStoryContent } from '#lib/story/story.server.ts'
import { testDatabase } from '#tests/database.ts'
import { unzipped } from '#tests/machine/unzip.ts'
import { callShow, episodeOf, foundRadio, musicClip } from './after-show.ts'
import { workbookOf, zipOf } from './workbook.ts'

const radio = testDatabase()
let people: Awaited<ReturnType<typeof foundRadio>>
let nadia: Actor

beforeAll(async () => {
  people = await foundRadio(radio.db)
  nadia = people.coordination
})

const hostile = [
  '=HYPERLINK("http://x";"y")',
  '+1',
  '-1',
  '@x',
  '</text>\\(',
  '🎙️ “œ” ; « é »',
  'שלום עולם',
  '%PDF',
  '',
]
const lines: NewLine[] = [
  { kind: 'theme', title: 'Générique', plannedMs: 30_000 },
  { kind: 'voice', title: 'Chapeau', who: 'Karim', notes: 'doux\nsur le tapis', plannedMs: 55_000 },
  {
    kind: 'studioTalk',
    title: 'La Conserverie',
    plannedMs: 3_900_000,
    fixedStart: '18:05:00',
    hitTime: '18:20:30',
  },
  { kind: 'insert', title: 'Votre premier concert', plannedMs: 100_000, isSkipped: true, goesTo: 'antenne' },
  {
    kind: 'music',
    title: 'Chanson',
    plannedMs: 200_000,
    goesTo: 'podcast',
    extra: { Micro: 'M2', 'Prêt ?': 'oui' },
  },
  { kind: 'other', title: 'Fin', plannedMs: 0, fixedEnd: '19:30:00' },
  ...hostile.map((title): NewLine => ({ kind: 'voice', title, who: title, notes: title, plannedMs: 5000 })),
]

async function paperOf(name: string, episodeId: string, actor = nadia, query = '') {
  const make = findPaper(name)
  if (!make) throw new Error(`no paper ${name}`)
  return await make({ db: radio.db, actor, episodeId, query: new URLSearchParams(query) })
}

const carried = ({
  kind,
  title,
  who,
  notes,
  plannedMs,
  goesTo,
  fixedStart,
  fixedEnd,
  hitTime,
  isSkipped,
  extra,
}: NewLine) => ({
  ...{ kind, title, who, notes, plannedMs, goesTo, fixedStart, fixedEnd, hitTime, isSkipped, extra },
})

describe('out and in again', () => {
  test.each(['csv', 'xlsx'])('%s keeps everything of every line', async (ending) => {
    const { episodeId } = await episodeOf(radio.db, nadia, lines)
    const { bytes } = await paperOf(`rundown.${ending}`, episodeId)
    const table = await readImport(nadia, bytes)
    const { episodeId: other } = await episodeOf(radio.db, nadia, [])
    await importLines(radio.db, nadia, other, { table, mapping: guessColumns(table), mode: 'append' })
    const there = (await readRundown(radio.db, nadia, episodeId)).lines.map(carried)
    const here = (await readRundown(radio.db, nadia, other)).lines.map(carried)
    expect(here).toEqual(there)
    const [show] = await radio.db.select().from(shows)
    expect(show?.rundownColumns).toEqual(['Micro', 'Prêt ?'])
  })

  test('in CSV no cell can be run by a spreadsheet', async () => {
    const { episodeId } = await episodeOf(radio.db, nadia, lines)
    const text = Buffer.from((await paperOf('rundown.csv', episodeId)).bytes).toString('utf8')
    expect(text.startsWith('\uFEFFN°;Début;Genre;Titre;Qui;Durée;')).toBe(true)
    expect(text.split(/[;\r\n"]+/).filter((cell) => /^[=+\-@\t]/.test(cell))).toEqual([])
    expect(text).toContain("'+1")
  })

  test('planned and real lengths, starts and back-times stand in it', async () => {
    const { episodeId, ids } = await episodeOf(radio.db, nadia, [
      { kind: 'voice', title: 'a', plannedMs: 60_000 },
      { kind: 'voice', title: 'b', plannedMs: 90_000 },
    ])
    await callShow(
      radio.db,
      nadia,
      episodeId,
      [
        [ids[0], 0],
        [ids[1], 72],
      ],
      150,
    )
    const [, a, b] = parseCsv(Buffer.from((await paperOf('rundown.csv', episodeId)).bytes).toString('utf8'))
    // The slot is 27:30 from 18:00.
    expect(a?.slice(0, 11)).toEqual([
      '1',
      '18:00:00',
      'Voix',
      'a',
      '',
      '1:00',
      '18:01:00',
      '18:25:00',
      '',
      'Antenne et podcast',
      '1:12',
    ])
    expect(b?.slice(5, 11)).toEqual(['1:30', '18:02:30', '18:26:00', '', 'Antenne et podcast', '1:18'])
  })

  test('the music as a return wants it', async () => {
    const clipId = await musicClip(radio.db)
    const { episodeId } = await episodeOf(radio.db, nadia, [{ kind: 'music', title: 'Chanson', clipId }])
    const [, row] = parseCsv(Buffer.from((await paperOf('musiques.csv', episodeId)).bytes).toString('utf8'))
    expect(row).toEqual([
      '1',
      '18:00:00',
      'L’eau vive',
      'Guy Béart',
      'Guy Béart',
      'Philips',
      'B 76 412',
      'FRZ039700210',
      'Du commerce',
      '3:20',
      'Morceau',
      'Antenne seulement',
    ])
  })

  test('replacing is one change: one step takes it back', async () => {
    const { episodeId } = await episodeOf(radio.db, nadia, lines)
    const before = (await readRundown(radio.db, nadia, episodeId)).lines.map(carried)
    const table = { headings: ['Titre', 'Durée'], rows: [['Nouveau', '1:00']] }
    await importLines(radio.db, nadia, episodeId, { table, mapping: ['title', 'duration'], mode: 'replace' })
    expect((await readRundown(radio.db, nadia, episodeId)).lines.map(({ title }) => title)).toEqual([
      'Nouveau',
    ])
    await undoChange(radio.db, nadia, episodeId)
    expect((await readRundown(radio.db, nadia, episodeId)).lines.map(carried)).toEqual(before)
  })

  test('whoever may not edit imports nothing, and a resident gets no paper', async () => {
    const { episodeId } = await episodeOf(radio.db, nadia, lines)
    const order = {
      table: { headings: ['Titre'], rows: [['x']] },
      mapping: ['title'] as const,
      mode: 'append' as const,
    }
    await expect(importLines(radio.db, people.technique, episodeId, order)).rejects.toMatchObject({
      reason: 'not-allowed',
    })
    await expect(readImport(people.technique, Buffer.from('Titre\nx'))).rejects.toMatchObject({
      reason: 'not-allowed',
    })
    expect((await paperOf('rundown.csv', episodeId, people.technique)).bytes.length).toBeGreaterThan(100)
    await expect(paperOf('rundown.csv', episodeId, people.resident)).rejects.toMatchObject({
      reason: 'not-found',
    })
  })
})

describe('odd files', () => {
  const cases: [what: string, bytes: Uint8Array, reason: string][] = [
    ['nothing', Buffer.from(''), 'import.empty'],
    ['headings alone', Buffer.from('Titre;Durée\n'), 'import.empty'],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'import.unreadable'],
    ['a PDF', Buffer.from('%PDF-1.7\n…'), 'import.unreadable'],
    ['an Excel of before 2007', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'import.old-excel'],
    ['a ZIP that is none', Buffer.from('PK\u0003\u0004 and nothing'), 'import.unreadable'],
    ['too many lines', Buffer.from(`Titre\n${'x\n'.repeat(501)}`), 'import.too-long'],
    ['too many bytes', Buffer.alloc(2_000_001, 'x'), 'import.too-big'],
  ]
  test.each(cases)('%s', async (_, bytes, reason) => {
    await expect(readImport(nadia, bytes)).rejects.toMatchObject({ reason })
  })

  test('a workbook: what formulas had come to, lengths as days, and no formula is run', async () => {
    const text = (place: string, words: string) =>
      `<c r="${place}" t="inlineStr"><is><t>${words}</t></is></c>`
    const rows = [
      `<row r="1">${text('A1', 'Titre')}${text('B1', 'Durée')}${text('C1', 'Début imposé')}${text('D1', 'Micro')}</row>`,
      `<row r="2"><c r="A2" t="str"><f>CONCATENATE("Les ","citrons")</f><v>Les citrons</v></c><c r="B2" s="2"><f>B3*2</f><v>0.0038194444444444</v></c><c r="C2" s="1"><v>0.753472222222222</v></c><c r="D2"><v>2</v></c></row>`,
      `<row r="3">${text('A3', '=1+1')}<c r="B3" s="2"><v>0.0019097222222222</v></c><c r="D3" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>`,
      `<row r="4"><c r="A4" t="str"><f>NOW()</f></c><c r="B4"><v>45</v></c></row>`,
    ]
    const table = await readImport(nadia, workbookOf(rows.join('')))
    expect(table.headings).toEqual(['Titre', 'Durée', 'Début imposé', 'Micro'])
    const { lines: read } = readLines(table, guessColumns(table))
    expect(
      read.map(({ fields: { title, plannedMs, fixedStart, extra } }) => [
        title,
        plannedMs,
        fixedStart,
        extra,
      ]),
    ).toEqual([
      ['Les citrons', 330_000, '18:05:00', { Micro: '2' }],
      ['=1+1', 165_000, null, {}],
      ['', 45_000, null, {}],
    ])
  })

  test('a workbook that unpacks to far too much is not unpacked by the reader', async () => {
    const bomb = zipOf({ 'xl/workbook.xml': ' '.repeat(70_000_000) })
    expect(bomb.length).toBeLessThan(200_000)
    await expect(readImport(nadia, bomb)).rejects.toMatchObject({ reason: 'import.unreadable' })
  })

  test('a ZIP of something else', async () => {
    const photos = zipOf({ 'photos/citrons.txt': 'jaune' })
    await expect(readImport(nadia, photos)).rejects.toMatchObject({ reason: 'import.unreadable' })
  })

  test('a table in Windows-1252 with commas', async () => {
    expect(await readImport(nadia, Buffer.from('Titre,Durée\nÉté,1:00\n', 'latin1'))).toEqual({
      headings: ['Titre', 'Durée'],
      rows: [['Été', '1:00']],
    })
  })
})

describe('prints', () => {
  const many = Array.from(
    { length: 120 },
    (_, index): NewLine => ({
      ...{ kind: 'voice', title: `Ligne ${index + 1}`, who: 'Karim', plannedMs: 12_000 },
      notes: index % 7 === 0 ? 'Une note qui prend plusieurs lignes de la colonne. '.repeat(4) : '',
    }),
  )

  test('the technical table: every line once, the head on every page, tagged and named', async () => {
    const { episodeId } = await episodeOf(radio.db, nadia, [...many, ...lines])
    const pdf = await printRundown(await readTimedEpisode(radio.db, nadia, episodeId), false)
    const said = textOf(pdf).replace(/\s+/g, ' ')
    for (let index = 1; index <= 120; index += 1)
      expect(said.match(new RegExp(`Ligne ${index}(?!\\d)`, 'g'))).toHaveLength(1)
    const pages = pagesOf(pdf)
    expect(pages).toBeGreaterThan(5)
    expect(said.match(/À rebours/g)).toHaveLength(pages)
    expect(said).toContain(`page ${pages} sur ${pages}`)
    expect(said).toContain('Sautée : ne passe pas')
    expect(said).toContain('Repère à 18:20:30')
    expect(said).toContain('Micro : M2')
    const file = pdf.toString('latin1')
    expect(file).toContain('/Lang (fr)')
    expect(file).toContain('/Marked true')
    expect(file).toMatch(/\/S \/Table/)
    expect(file).toMatch(/\/S \/TH/)
    expect(file).toContain('/FontFile2')
    expect(file).not.toContain('/BaseFont /Helvetica')
  })

  test('a line longer than a page goes on over the next ones', async () => {
    const notes = Array.from({ length: 400 }, (_, index) => `mot${index}`)
      .join(' ')
      .slice(0, 4000)
    const { episodeId } = await episodeOf(radio.db, nadia, [
      { kind: 'voice', title: 'Longue', notes: notes.replaceAll(' ', '\n'), plannedMs: 1000 },
    ])
    const said = textOf(await printRundown(await readTimedEpisode(radio.db, nadia, episodeId), false))
    expect(said).toContain('mot0')
    expect(said).toContain('mot399')
  })

  test('the texts: what is said, by whom, where sounds play, and no note off air', async () => {
    const [story] = await radio.db
      .insert(stories)
      .values({ title: 'La Conserverie', authorId: nadia.memberId })
      .returning()
    const paragraph = 'Ça commence tôt, et ça commence par un téléphone qui sonne. '
    const content = contentFromBlocks([
      { type: 'leadIn', by: 'Karim', text: 'Bonjour à tous les deux.' },
      { type: 'heading', text: 'Dans le camion' },
      { type: 'paragraph', by: 'Monique', text: paragraph.repeat(60) },
      { type: 'soundCue', text: 'Les citrons' },
      { type: 'offAir', text: 'SECRET du studio' },
      { type: 'leadOut', by: 'Karim', text: 'Merci Monique.' },
    ])
    await writeStoryContent(radio.db, nadia, story?.id ?? '', content)
    const { episodeId } = await episodeOf(radio.db, nadia, [
      { kind: 'theme', title: 'Générique', plannedMs: 30_000 },
      {
        kind: 'studioTalk',
        title: 'La Conserverie',
        storyId: story?.id ?? null,
        notes: 'NOTE technique',
        plannedMs: 1000,
      },
      { kind: 'voice', title: 'Pas ce soir', isSkipped: true, plannedMs: 1000 },
    ])
    const timed = await readTimedEpisode(radio.db, nadia, episodeId)
    const usual = await printTexts(radio.db, timed, false, false)
    const said = textOf(usual).replace(/\s+/g, ' ')
    for (const words of [
      'Lancement · Karim',
      'Bonjour à tous les deux.',
      'Dans le camion',
      'Son : Les citrons',
      'Pied · Karim',
      'Générique · 0:30',
    ])
      expect(said).toContain(words)
    // A word of each sentence: the foot of a page may stand between two words.
    expect(said.match(/téléphone/g)).toHaveLength(60)
    for (const words of ['SECRET', 'NOTE', 'Pas ce soir']) expect(said).not.toContain(words)
    const large = await printTexts(radio.db, timed, true, false)
    expect(pagesOf(large)).toBeGreaterThan(pagesOf(usual))
  })

  test('hostile titles are only text', async () => {
    const { episodeId } = await episodeOf(radio.db, nadia, [
      ...lines,
      { kind: 'voice', title: ') Tj ET /Root (x', notes: 'a'.repeat(4000), plannedMs: 1000 },
    ])
    const timed = await readTimedEpisode(radio.db, nadia, episodeId)
    expect(textOf(await printRundown(timed, false))).toContain(') Tj ET /Root (x')
    expect(pagesOf(await printTexts(radio.db, timed, true))).toBeGreaterThan(0)
  })

  test('files are named after the show, the episode and what they are', async () => {
    const { episodeId } = await episodeOf(radio.db, nadia, lines)
    for (const [name, ending] of [
      ['conducteur.pdf', 'conducteur.pdf'],
      ['textes.pdf', 'textes.pdf'],
      ['rundown.xlsx', 'conducteur.xlsx'],
    ] as const) {
      const { name: saved, bytes } = await paperOf(name, episodeId)
      expect(saved).toMatch(new RegExp(`^La Bobine - numéro \\d+ - [\\d-]{10} - ${ending}$`))
      expect(bytes.length).toBeGreaterThan(1000)
    }
    const copy = await freezeBroadcast(radio.db, nadia, episodeId, 'Nadia')
    const frozen = await paperOf(`broadcasts/${copy}.json`, episodeId)
    const { text } = await readBroadcast(radio.db, nadia, episodeId, copy)
    expect(Buffer.from(frozen.bytes).toString('utf8')).toBe(text)
    expect(findPaper('broadcasts/nothing.json')).toBeUndefined()
    expect(findPaper('constructor')).toBeUndefined()
  })
})

const pagesOf = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type \/Page\b(?!s)/g)?.length ?? 0

/** What the pages say, one piece of text a line, read by the fonts' own tables: a small reader for our own prints. */
function textOf(pdf: Buffer): string {
  const file = pdf.toString('latin1')
  const maps = new Map<string, Map<number, string>>()
  for (const [, font = '', id = ''] of file.matchAll(/\/(F\d+) (\d+) 0 R/g))
    maps.set(font, lettersOf(file, id))
  const spoken: string[] = []
  for (const [, stream = ''] of file.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)) {
    let letters = new Map<number, string>()
    for (const [, font, shown] of stream.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
      if (font) letters = maps.get(font) ?? letters
      else
        spoken.push(
          [...(shown ?? '').matchAll(/<([0-9a-f]+)>/g)].map(([, hex = '']) => decoded(hex, letters)).join(''),
        )
    }
  }
  return spoken.join('\n')
}

const decoded = (hex: string, letters: Map<number, string>) =>
  (hex.match(/.{4}/g) ?? []).map((code) => letters.get(Number.parseInt(code, 16)) ?? '').join('')

function lettersOf(file: string, fontId: string): Map<number, string> {
  const font = objectOf(file, fontId)
  const [, mapId = ''] = /\/ToUnicode (\d+) 0 R/.exec(font) ?? []
  const [, stream = ''] = /stream\r?\n([\s\S]*?)\r?\nendstream/.exec(objectOf(file, mapId)) ?? []
  const map = stream.includes('beginbfrange')
    ? stream
    : inflateSync(Buffer.from(stream, 'latin1')).toString('latin1')
  const letters = new Map<number, string>()
  for (const [, from = '', , list = ''] of map.matchAll(/<([0-9a-f]+)> <([0-9a-f]+)> \[([^\]]*)\]/g))
    for (const [index, [, units = '']] of [...list.matchAll(/<([0-9a-f ]*)>/g)].entries())
      letters.set(
        Number.parseInt(from, 16) + index,
        String.fromCharCode(
          ...(units.replaceAll(' ', '').match(/.{4}/g) ?? []).map((unit) => Number.parseInt(unit, 16)),
        ),
      )
  return letters
}

function objectOf(file: string, id: string): string {
  const from = file.indexOf(`\n${id} 0 obj`)
  return file.slice(from, file.indexOf('endobj', from))
}

describe('a workbook that we write', () => {
  const texts = ['Générique', '=1+1', '_x000D_ & <b>', 'deux\nlignes', '\u0001\ud800', '007', '']
  const rows = texts.map((text, n) => [{ count: n }, text, { ms: 90_000 * n }, { time: '18:05:30' }])
  const write = () => writeSheet('Conducteur', { headings: ['n°', 'Titre', 'Durée', 'Début'], rows })
  const numbers = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, one]) => Number(one))

  test('is read back as it was', async () => {
    const cells = await readSheetCells(await write())
    expect(cells.map(([, title]) => title)).toEqual(['Titre', ...texts.slice(0, 4), '', '007', ''])
    expect(cells[4]).toEqual(['3', 'deux\nlignes', '0:04:30', '18:05:30'])
  })

  test('holds together: every part has its kind, every cell its place, its style and its text', async () => {
    const parts = unzipped(await write())
    const part = (name: string) => parts.get(name)?.toString() ?? ''
    const kinds = part('[Content_Types].xml')
    for (const name of parts.keys())
      expect(kinds.includes(`"/${name}"`) || /\.(xml|rels)$/.test(name)).toBe(true)
    for (const target of part('xl/_rels/workbook.xml.rels').matchAll(/Target="([^"]+)"/g))
      expect([...parts.keys()]).toContain(`xl/${target[1]}`)
    const sheet = part('xl/worksheets/sheet1.xml')
    const styles =
      part('xl/styles.xml')
        .split('<cellXfs')[1]
        ?.match(/<xf[\s>]/g)?.length ?? 0
    const shared = part('xl/sharedStrings.xml').match(/<si>/g)?.length ?? 0
    expect(Math.max(...numbers(sheet, /<c [^>]*s="(\d+)"/g))).toBeLessThan(styles)
    expect(Math.max(...numbers(sheet, /t="s"><v>(\d+)/g))).toBeLessThan(shared)
    expect(numbers(sheet, /<row r="(\d+)"/g)).toEqual(rows.map((_, n) => n + 1).concat(rows.length + 1))
    // Excel repairs a sheet whose parts stand in another order.
    const order = [...sheet.matchAll(/<(sheetViews|cols|sheetData|pageSetup)[ >]/g)].map(([, name]) => name)
    expect(order).toEqual(['sheetViews', 'cols', 'sheetData', 'pageSetup'])
    expect(sheet).not.toContain('<f>')
  })
})
