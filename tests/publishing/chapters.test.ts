import { describe, expect, test } from 'vitest'
import {
  chaptersJson,
  episodeChapters,
  id3Chapters,
  pscChapters,
  timestampLines,
} from '#lib/publishing/chapters.ts'
import { xmlDocument } from '#lib/publishing/xml.ts'

const hour = 3_600_000
const sample = [
  { startMs: 0, title: 'Chapeau et titres' },
  { startMs: 85_250, title: 'La Conserverie mobile', url: 'https://radio.example/citrons' },
  { startMs: hour + 61_001, title: 'Agenda & météo' },
]
const chapters = episodeChapters(sample, 2 * hour)

describe('one list in order', () => {
  test.each([
    ['an intro belongs to the first chapter', [['B', 5000]], [['B', 0, 10_000]]],
    [
      'they are put in order',
      [
        ['B', 5000],
        ['A', 0],
      ],
      [
        ['A', 0, 5000],
        ['B', 5000, 10_000],
      ],
    ],
    [
      'after the end there is nothing',
      [
        ['A', 0],
        ['B', 10_000],
        ['C', 99_000],
      ],
      [['A', 0, 10_000]],
    ],
    [
      'what lasts nothing is left out',
      [
        ['A', 0],
        ['B', 4000],
        ['C', 4000],
      ],
      [
        ['A', 0, 4000],
        ['C', 4000, 10_000],
      ],
    ],
    [
      'an empty title makes no chapter',
      [
        ['A', 0],
        [' \u0000', 4000],
      ],
      [['A', 0, 10_000]],
    ],
    [
      'before the start is the start',
      [
        ['A', -50],
        ['B', 4000],
      ],
      [
        ['A', 0, 4000],
        ['B', 4000, 10_000],
      ],
    ],
    ['none is none', [], []],
  ] as const)('%s', (_, sources, list) => {
    const given = sources.map(([title, startMs]) => ({ title, startMs }))
    const made = episodeChapters(given, 10_000).map(({ title, startMs, endMs }) => [title, startMs, endMs])
    expect(made).toEqual(list)
  })
})

test('JSON chapters: the version is a string, times are seconds, the first is 0', () => {
  const file = JSON.parse(chaptersJson(chapters, { title: 'Le citron', showTitle: 'La Bobine' }))
  expect(file).toEqual({
    version: '1.2.0',
    title: 'Le citron',
    podcastName: 'La Bobine',
    chapters: [
      { startTime: 0, endTime: 85.25, title: 'Chapeau et titres' },
      {
        startTime: 85.25,
        endTime: 3661.001,
        title: 'La Conserverie mobile',
        url: 'https://radio.example/citrons',
      },
      { startTime: 3661.001, endTime: 7200, title: 'Agenda & météo' },
    ],
  })
})

test('a silent chapter changes the picture and stays out of every list', () => {
  const silent = { startMs: 90_000, title: '', isSilent: true, imageUrl: 'https://radio.example/p.jpg' }
  const list = episodeChapters([...sample, silent], 2 * hour)
  const file = JSON.parse(chaptersJson(list, { title: 'x', showTitle: 'y' }))
  expect(file.chapters[2]).toEqual({ startTime: 90, endTime: 3661.001, img: silent.imageUrl, toc: false })
  expect(timestampLines(list)).toHaveLength(3)
  expect(pscChapters(list)?.children).toHaveLength(3)
  expect(id3Chapters(list).map((chapter) => chapter.isListed)).toEqual([true, true, false, true])
})

test('psc chapters: normal play time with milliseconds', () => {
  const psc = pscChapters(chapters)
  expect(psc && xmlDocument(psc)).toContain('<psc:chapter start="01:01:01.001" title="Agenda &amp; météo"/>')
  expect(psc?.attributes).toEqual({ version: '1.2' })
  expect(pscChapters([])).toBeNull()
})

test('timestamp lines: from three chapters on', () => {
  expect(timestampLines(chapters)).toEqual([
    '00:00:00 Chapeau et titres',
    '00:01:25 La Conserverie mobile',
    '01:01:01 Agenda & météo',
  ])
  expect(timestampLines(chapters.slice(0, 2))).toEqual([])
})

test('ID3: whole milliseconds, an id for each', () => {
  expect(id3Chapters(chapters)[1]).toEqual({
    id: 'ch2',
    startMs: 85_250,
    endMs: 3_661_001,
    title: 'La Conserverie mobile',
    url: 'https://radio.example/citrons',
    isListed: true,
  })
})
