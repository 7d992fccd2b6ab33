import { describe, expect, test } from 'vitest'
import { goesToOf, kindByTitle, kindOf, lengthOf, wallTimeOf, yesOf } from '#lib/rundown/import-cells.ts'
import { guessColumns, tableOf } from '#lib/rundown/import-columns.ts'
import { readLines } from '#lib/rundown/import-lines.ts'

describe('which column is which', () => {
  const cases: [headings: string, columns: string][] = [
    ['N°;Début;Genre;Titre;Qui;Durée;Fin;Notes', 'none none kind title who duration none notes'],
    ['#;Start;Type;Title;Presenter;Duration;End;Comments', 'none none kind title who duration none notes'],
    ['Ordre;ÉLÉMENT;Durée prévue (mm:ss);Invité(e)s;Remarques', 'none title duration who notes'],
    ['Item;Length;Back time;Hard start;Skip', 'title duration none fixedStart skipped'],
    ['Titre;Durée;Régie;Micro', 'title duration own own'],
    ['Titre;Sujet;Durée', 'title own duration'],
    ['Titre;Début imposé;Heure repère;Où', 'title fixedStart hitTime goesTo'],
  ]
  test.each(cases)('%s', (headings, columns) => {
    const names = headings.split(';')
    const table = { headings: names, rows: [names.map(() => 'x')] }
    expect(guessColumns(table).join(' ')).toBe(columns)
  })

  test('an empty column of no known name is left', () => {
    expect(guessColumns({ headings: ['Titre', 'Vide'], rows: [['a', '']] })).toEqual(['title', 'none'])
  })
})

describe('where the table begins', () => {
  test('above its headings a file may say what it is', () => {
    const cells = [['Conducteur du 27 novembre'], [], ['', 'Titre', 'Durée'], ['', 'Générique', '0:30'], []]
    expect(tableOf(cells)).toEqual({
      headings: ['Colonne 1', 'Titre', 'Durée'],
      rows: [['', 'Générique', '0:30']],
    })
  })

  test('without headings every row is a line', () => {
    const table = tableOf([
      ['Générique', '0:30'],
      ['Chapeau', '0:55'],
    ])
    expect(table.headings).toEqual(['Colonne 1', 'Colonne 2'])
    expect(table.rows).toHaveLength(2)
  })

  test('two headings of one name can be told apart', () => {
    expect(tableOf([['Titre', 'Durée', 'Micro', 'Micro']]).headings).toEqual([
      'Titre',
      'Durée',
      'Micro',
      'Micro (4)',
    ])
  })
})

describe('lengths of every odd form', () => {
  test.each([
    ['5:30', 330],
    ['05:30', 330],
    ['00:05:30', 330],
    ["5'30", 330],
    ['5’30’’', 330],
    ['5 min 30', 330],
    ['5mn30', 330],
    ['5m30s', 330],
    ['5,5', 330],
    ['90', 90],
    ['90 s', 90],
    ['1h05', 3900],
    ['~5:30', 330],
    ['env. 5:30', 330],
    ['5:30 min', 330],
    ['5:30.40', 330],
    ['PT5M30S', 330],
    ['PT1H', 3600],
    ['0.00381944444444444', 330],
    ['0,003819444', 330],
    ['3.47222222222222E-4', 30],
  ])('%s', (text, seconds) => expect(lengthOf(text)).toBe(seconds * 1000))

  test.each(['', 'bientôt', '5:75', '-5:30', '25:00:00', '1.5.2'])('%s is none', (text) =>
    expect(lengthOf(text)).toBeNull())
})

describe('times of day', () => {
  test.each([
    ['18:05', '18:05:00'],
    ['18h05', '18:05:00'],
    ['18 h 05', '18:05:00'],
    ['18h', '18:00:00'],
    ['8:05:30', '08:05:30'],
    ['6:05 PM', '18:05:00'],
    ['12:10 am', '00:10:00'],
  ])('%s', (text, time) => expect(wallTimeOf(text)).toBe(time))

  test.each(['25:00', '18:75', 'midi', '2026-11-27'])('%s is none', (text) =>
    expect(wallTimeOf(text)).toBeNull())
})

describe('words', () => {
  test.each([
    ['Générique', 'theme'],
    ['MUSIQUE', 'music'],
    ['song', 'music'],
    ['Interview', 'studioTalk'],
    ['Micro-trottoir', 'insert'],
    ['Brèves', 'voice'],
    ['Jingles', 'ident'],
    ['Duplex', null],
  ])('%s', (text, kind) => expect(kindOf(text)).toBe(kind))

  test('a title may begin with what it is', () => {
    expect(['Générique début', 'Virgule Culture', 'Les citrons'].map(kindByTitle)).toEqual([
      'theme',
      'sting',
      'voice',
    ])
  })

  test('where it is heard, and yes and no', () => {
    expect(['Antenne et podcast', 'FM', 'web', 'ailleurs'].map(goesToOf)).toEqual([
      'both',
      'antenne',
      'podcast',
      null,
    ])
    expect(['oui', 'X', 'non', '0', 'peut-être'].map(yesOf)).toEqual([true, true, false, false, null])
  })
})

describe('rows as lines', () => {
  const read = (text: string) => {
    const table = tableOf(text.split('\n').map((row) => row.split(';')))
    return readLines(table, guessColumns(table))
  }

  test('a whole line', () => {
    const { lines, columns } = read(
      'Genre;Titre;Qui;Durée;Notes;Où;Début imposé;Sautée;Micro\nVoix;Chapeau;Karim;0:55;doux;Antenne;18h05;oui;M2',
    )
    expect(lines).toEqual([
      {
        troubles: [],
        fields: {
          kind: 'voice',
          title: 'Chapeau',
          who: 'Karim',
          notes: 'doux',
          plannedMs: 55_000,
          goesTo: 'antenne',
          fixedStart: '18:05:00',
          fixedEnd: null,
          hitTime: null,
          isSkipped: true,
          extra: { Micro: 'M2' },
        },
      },
    ])
    expect(columns).toEqual(['Micro'])
  })

  test('what is not understood is said, and the line comes all the same', () => {
    const [line] = read('Genre;Titre;Durée;Début imposé\nDuplex;Rome;bientôt;midi').lines
    expect(line?.fields).toMatchObject({ kind: 'other', title: 'Rome', plannedMs: 0, fixedStart: null })
    expect(line?.troubles.map(({ column, text }) => [column, text])).toEqual([
      ['kind', 'Duplex'],
      ['duration', 'bientôt'],
      ['fixedStart', 'midi'],
    ])
  })

  test('what is too long is cut, and said', () => {
    const [line] = read(`Titre;Durée\n${'a'.repeat(400)};1:00`).lines
    expect(line?.fields.title).toHaveLength(300)
    expect(line?.troubles).toMatchObject([{ column: 'title', why: 'too-long' }])
  })

  test('minutes and seconds that a spreadsheet took for hours and minutes', () => {
    const hours = read('Titre;Durée\nA;5:30:00\nB;7:00:00\nC;0:30:00')
    expect(hours.readAsMinutes).toBe(true)
    expect(hours.lines.map(({ fields }) => fields.plannedMs)).toEqual([330_000, 420_000, 30_000])
    expect(read('Titre;Durée\nA;0:05:30\nB;0:07:00').readAsMinutes).toBe(false)
  })

  test('a row of which nothing is taken up is no line', () => {
    expect(read('Titre;Durée;Fin\nA;1:00;18:01\n;;18:02').lines).toHaveLength(1)
  })
})
