import { expect, test } from 'vitest'
import { episodeGraph, seriesGraph } from '#app/_public/structured.ts'
import type { Publication } from '#lib/publishing/publication.ts'

const baseUrl = 'https://radio.example'
const show = {
  ...{ name: 'La Bobine', description: 'Le quartier parle.', language: 'fr', publisher: 'Association' },
  ...{ license: 'cc-by-4.0', coverFile: 'covers/drawn-1.jpg' },
}
const person = (name: string, role: string) => ({ name, role, group: '' })
const episode: Publication = {
  ...{ episodeId: 'e', slug: 'les-citrons', guid: 'g', number: 4, seasonNumber: 3, seasonName: '2026-2027' },
  ...{ airDate: '2026-11-20', title: 'Les citrons', summary: 'Un panier.', durationMs: 60_400 },
  ...{ masterId: 'm', sizeBytes: 1234, chaptersFile: 'c', vttFile: 'v', srtFile: 's' },
  cardFile: 'covers/card-1.jpg',
  chapters: [{ title: 'Le sel', startMs: 12_700, endMs: 60_400, itemId: 'i' }],
  persons: [
    person('Denise', 'host'),
    person('Denise', 'author'),
    person('Fatiha', 'guest'),
    person('Bastien', 'audio engineer'),
  ],
  ...{ music: [], alternatives: [], transcript: [], kind: 'full', soundbite: null, notesHtml: null },
  stories: [{ title: 'x', rubric: 'Culture', rubricSlug: 'culture', startMs: 0, content: null }],
  publishedAt: new Date('2026-11-20T17:00:00Z'),
  changedAt: new Date('2026-11-21T08:00:00Z'),
}

test('the series says where it is, who makes it, and under which licence', () => {
  expect(seriesGraph(show, baseUrl)).toMatchObject({
    '@type': 'PodcastSeries',
    url: 'https://radio.example/',
    webFeed: 'https://radio.example/feed.xml',
    image: 'https://radio.example/couverture/drawn-1.jpg',
    license: 'https://creativecommons.org/licenses/by/4.0/deed.fr',
    publisher: { name: 'Association' },
  })
})

test('an episode names everybody once for each thing they did, its chapters and its captions', () => {
  expect(episodeGraph(episode, show, baseUrl)).toMatchObject({
    '@type': 'PodcastEpisode',
    partOfSeries: { '@id': 'https://radio.example/#emission' },
    duration: 'PT60S',
    keywords: ['Culture'],
    author: [{ name: 'Denise' }],
    actor: [{ name: 'Denise' }, { name: 'Fatiha' }],
    contributor: [{ name: 'Bastien' }],
    hasPart: [
      { name: 'Le sel', startOffset: 12, url: 'https://radio.example/emissions/les-citrons?t=12#ecouter' },
    ],
    associatedMedia: {
      contentSize: '1234',
      caption: { contentUrl: 'https://radio.example/transcription/v.vtt' },
    },
  })
})
