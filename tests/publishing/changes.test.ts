import { expect, test } from 'vitest'
import { addsOnly, changesOf } from '#lib/publishing/changes.ts'
import type { Publication } from '#lib/publishing/publication.ts'

const out: Publication = {
  ...{ episodeId: 'e', slug: 's', guid: 'g', number: 4, seasonNumber: 3, seasonName: '2026-2027' },
  ...{ airDate: '2026-11-20', title: 'Avant', summary: 'Résumé', durationMs: 6000, masterId: 'm' },
  ...{ sizeBytes: 1, chaptersFile: 'c', vttFile: null, srtFile: null, cardFile: 'x' },
  chapters: [{ startMs: 0, endMs: 6000, title: 'Un', itemId: null }],
  ...{ persons: [{ name: 'Fatiha', role: 'guest', group: 'cast' }], music: [], alternatives: [] },
  ...{ publishedAt: new Date(0), changedAt: new Date(0), transcript: [], stories: [] },
  ...{ kind: 'full', soundbite: null, notesHtml: null },
}
const { number, airDate, title, summary, durationMs, masterId, chapters, persons, alternatives } = out
const words = { number, airDate, title, summary, durationMs, masterId, chapters, persons, alternatives }

test.each([
  ['nothing', {}, []],
  ['names in another order', { persons: [{ group: 'cast', role: 'guest', name: 'Fatiha' }] }, []],
  ['what is undefined', { persons: [{ ...out.persons[0], link: undefined }] }, []],
  ['the title', { title: 'Après' }, [{ kind: 'title', was: 'Avant', is: 'Après' }]],
  ['the summary and the number', { summary: 'Autre', number: 5 }, [{ kind: 'summary' }, { kind: 'details' }]],
  ['a chapter more', { chapters: [...chapters, ...chapters] }, [{ kind: 'chapters', was: 1, is: 2 }]],
  ['somebody less', { persons: [] }, [{ kind: 'persons' }]],
  ['a lighter copy', { alternatives: [{ kind: 'light' }] }, [{ kind: 'copies' }]],
  [
    'another sound, which has other copies',
    { masterId: 'n', durationMs: 7000, alternatives: [{ kind: 'light' }] },
    [{ kind: 'sound', wasMs: 6000, isMs: 7000 }],
  ],
])('%s', (_, change, expected) => {
  expect(changesOf(out, { ...words, ...change })).toEqual(expected)
})

const part = { chapter: 'Un', startMs: 0, endMs: 6000, speaker: 'Fatiha', paragraphs: ['Bonjour.'] }
const timed = { ...part, sentences: [{ paragraph: 0, text: 'Bonjour.', startMs: 100, endMs: 900 }] }
const light = { alternatives: [{ kind: 'light' }] }

test.each([
  ['nothing', {}, {}, false],
  ['copies where there were none', {}, light, true],
  ['times where there were none', { transcript: [part] }, { transcript: [timed] }, true],
  ['both', { transcript: [part] }, { transcript: [timed], ...light }, true],
  ['copies, and the title', {}, { ...light, title: 'Après' }, false],
  [
    'times, and another text',
    { transcript: [part] },
    { transcript: [{ ...timed, paragraphs: ['Salut.'] }] },
    false,
  ],
  ['a text where there was none', {}, { transcript: [timed] }, false],
  [
    'other times',
    { transcript: [timed] },
    { transcript: [{ ...timed, sentences: [{ ...timed.sentences[0], startMs: 200 }] }] },
    false,
  ],
  ['times that are gone', { transcript: [timed] }, { transcript: [part] }, false],
  ['copies that are gone', { alternatives: [{ kind: 'light' }] }, {}, false],
  ['copies of another sound', {}, { masterId: 'n', ...light }, false],
])('additions only: %s', (_, was, is, expected) => {
  const published: Publication = { ...out, ...(was as Partial<Publication>) }
  expect(addsOnly(published, { ...words, transcript: published.transcript, ...is })).toBe(expected)
})
