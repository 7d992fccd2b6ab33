import type { FeedEpisode } from '#lib/publishing/feed-item.ts'
import { pageLinks } from '#lib/publishing/feed-pages.ts'
import type { FeedShow } from '#lib/publishing/feed-show.ts'

const site = 'https://radio.example'
const nadia = { name: 'Nadia', role: 'host', group: 'cast' }

/** A show with all that is always said, and nothing that is only offered. */
export const plainShow: FeedShow = {
  feedUrl: `${site}/feed.xml`,
  homeUrl: `${site}/`,
  title: 'La Bobine, R&B de quartier',
  description: 'Le magazine des maisons de quartier <de> Romans & d’ailleurs.',
  language: 'fr',
  zone: 'Europe/Paris',
  copyrightHolder: '© 2026 Association La Bobine',
  author: 'Association La Bobine',
  owner: { name: 'La Bobine', email: 'contact@radio.example' },
  guid: '9b024349-ccf0-5f69-a609-6b82873eab3c',
  isLocked: true,
  cover: { url: `${site}/covers/abc.png`, alt: 'Une bobine de fil' },
  categories: [{ name: 'Society & Culture', subcategory: 'Documentary' }, { name: 'Technology' }],
  isExplicit: false,
  hosts: [nadia],
  places: [
    {
      name: 'Romans-sur-Isère',
      rel: 'creator',
      position: { latitude: 45.0464, longitude: 5.0517 },
      osm: 'R84034',
      country: 'FR',
    },
  ],
  license: { id: 'CC-BY-NC-SA-4.0', url: 'https://creativecommons.org/licenses/by-nc-sa/4.0/deed.fr' },
  updateFrequency: { rrule: 'FREQ=WEEKLY;BYDAY=FR', label: 'Chaque vendredi' },
  generator: 'La Bobine/0.1.0',
  changedAt: Date.UTC(2026, 10, 20, 17),
}

/** An episode with all that is always said. `number` makes it differ. */
export function plainEpisode(number: number): FeedEpisode {
  return {
    guid: `0c4c5d1e-0000-4000-8000-${String(number).padStart(12, '0')}`,
    title: `Les citrons de la conserverie, ${'c’est « l’été »'} & plus`,
    pageUrl: `${site}/episodes/citrons-${number}`,
    publishedAt: Date.UTC(2026, 10, number, 17),
    summary: 'Deux bénévoles racontent.\n\nEt une brodeuse.',
    notes: [
      {
        kind: 'paragraph',
        inlines: [{ kind: 'link', href: 'https://accorderie.example/', text: 'L’Accorderie' }],
      },
    ],
    audio: {
      url: `${site}/audio/${number}/7f3a.mp3`,
      bytes: 23_280_000 + number,
      type: 'audio/mpeg',
      durationMs: 1_455_400,
    },
    number,
    season: { number: 3 },
    kind: 'full',
    chapters: [
      { startMs: 0, title: 'Chapeau et titres' },
      { startMs: 85_000, title: 'La Conserverie mobile' },
      { startMs: 570_000, title: 'Micro-trottoir <concert>' },
    ],
    chaptersUrl: `${site}/episodes/citrons-${number}/chapters.json`,
    transcripts: [
      { url: `${site}/episodes/citrons-${number}/transcript.vtt`, type: 'text/vtt' },
      { url: `${site}/episodes/citrons-${number}/transcript.srt`, type: 'application/x-subrip' },
    ],
    persons: [
      { name: 'Fatiha', role: 'guest', group: 'cast' },
      { name: 'Fatiha', role: 'author', group: 'writing' },
      { name: 'fatiha', role: 'Guest', group: 'Cast' },
    ],
  }
}

/** Everything that is written only when it is there. */
export const richShow: FeedShow = {
  ...plainShow,
  socialImage: { url: `${site}/social.png`, widthPx: 1200, heightPx: 630 },
  funding: { url: 'https://www.helloasso.com/associations/la-bobine', label: 'Soutenir La Bobine' },
  texts: [{ purpose: 'ai-content', text: 'false' }],
  podroll: [{ feedGuid: '917393e3-1b1e-5cef-ace4-edaa54e1f810', title: 'Radio d’à côté' }],
  publisherFeed: { feedGuid: '917393e3-1b1e-5cef-ace4-edaa54e1f811', feedUrl: `${site}/publisher.xml` },
  trailers: [
    {
      title: 'Bientôt',
      url: `${site}/t.mp3`,
      publishedAt: Date.UTC(2026, 8, 1),
      bytes: 9,
      type: 'audio/mpeg',
    },
  ],
  hubUrl: 'https://hub.example/',
  pages: pageLinks(`${site}/feed.xml`, 1, 2),
  newFeedUrl: `${site}/feed.xml`,
  isBlocked: true,
  isComplete: true,
}

export function richEpisode(number: number): FeedEpisode {
  return {
    ...plainEpisode(number),
    cover: { url: `${site}/covers/${number}.jpg`, alt: 'Des citrons' },
    isExplicit: true,
    season: { number: 3, name: '2026-2027' },
    numberLabel: '12 bis',
    persons: [{ name: 'Léa', role: 'Host', group: 'Cast', url: `${site}/lea`, imageUrl: `${site}/lea.jpg` }],
    soundbites: [
      { startMs: 73_000, durationMs: 60_000, title: 'Le sel' },
      { startMs: 0, durationMs: 60_000, title: 'Au début' },
      { startMs: 5000, durationMs: 10_000, title: 'Trop court' },
      { startMs: 1_450_000, durationMs: 20_000, title: 'Après la fin' },
    ],
    places: [{ name: 'Marché de la Monnaie', rel: 'subject', osm: 'nowhere', country: 'France' }],
    license: { id: 'cc-by-4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
    social: [
      { protocol: 'activitypub', uri: 'https://social.example/@bobine/1', accountId: '@bobine', priority: 1 },
    ],
    alternatives: [
      {
        url: `${site}/audio/${number}/7f3a.opus`,
        bytes: 8_700_000,
        type: 'audio/opus',
        title: 'Léger',
        bitrate: 48_000,
        integrity: 'sha384-abc',
      },
    ],
  }
}
