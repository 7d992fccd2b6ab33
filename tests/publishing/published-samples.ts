import type { PublicationCard, PublicShow } from '#lib/publishing/publication.ts'

/** A show with every setting that its feed can say. */
export const everySetting: PublicShow = {
  name: 'La Bobine & co',
  description: 'Le magazine des maisons de quartier.',
  language: 'fr',
  category: 'Society & Culture',
  subcategory: 'Documentary',
  publisher: 'Association La Bobine',
  ownerEmail: 'contact@radio.example',
  timeZone: 'Europe/Paris',
  slotWeekday: 5,
  license: 'cc-by-nc-sa-4.0',
  locationName: 'Romans-sur-Isère',
  locationGeo: '45.0464, 5.0517',
  locationOsm: 'R84034',
  locationCountry: 'fr',
  coverFile: 'covers/drawn-0123456789.jpg',
  podcastGuid: '9b024349-ccf0-5f69-a609-6b82873eab3c',
  isLocked: true,
  fundingUrl: 'https://dons.example/?pour=bobine&de=1',
  fundingLabel: 'Soutenir & écouter',
  hubUrl: 'https://hub.example/',
  movedTo: 'https://ailleurs.example/feed.xml',
  changedAt: new Date('2026-11-21T08:00:00Z'),
}

/** What was published as `number`, with all that an item can say of it. */
export function everyField(number: number, more: Partial<PublicationCard> = {}): PublicationCard {
  const id = (kind: number) => `0c4c5d1e-000${kind}-4000-8000-${String(number).padStart(12, '0')}`
  return {
    episodeId: id(0),
    slug: `citrons-${number}`,
    guid: id(1),
    number,
    seasonNumber: 3,
    seasonName: '2026-2027',
    airDate: '2026-11-20',
    title: `Les citrons ${'& « le sel »'} ${number}`,
    summary: 'Deux bénévoles racontent.\n\nEt une brodeuse.',
    durationMs: 1_455_400,
    masterId: id(2),
    sizeBytes: 23_280_000 + number,
    chaptersFile: id(3),
    vttFile: id(4),
    srtFile: id(5),
    cardFile: 'covers/card-0123456789.jpg',
    chapters: [
      { startMs: 0, endMs: 85_000, title: 'Chapeau et titres', itemId: null },
      { startMs: 85_000, endMs: 570_000, title: 'La Conserverie mobile', itemId: null },
      { startMs: 570_000, endMs: 1_455_400, title: 'Micro-trottoir <concert>', itemId: null },
    ],
    persons: [
      { name: 'Nadia', role: 'host', group: 'cast' },
      { name: 'Fatiha', role: 'guest', group: 'cast' },
      { name: 'Fatiha', role: 'author', group: 'writing' },
    ],
    music: [
      {
        ...{
          title: 'La valse',
          performer: 'Les Lampadaires',
          author: 'X',
          label: '',
          catalogue: '',
          isrc: '',
        },
        rights: 'free',
      },
    ],
    alternatives: [
      { fileId: id(6), kind: 'opus', type: 'audio/ogg', sizeBytes: 8_700_000, sha256: 'ab'.repeat(32) },
    ],
    kind: 'full',
    soundbite: { startMs: 73_000, durationMs: 60_000, title: 'Le sel' },
    notesHtml: null,
    publishedAt: new Date(Date.UTC(2026, 10, number, 17)),
    changedAt: new Date(Date.UTC(2026, 10, number, 17)),
    ...more,
  }
}
