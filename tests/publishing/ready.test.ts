import { describe, expect, test } from 'vitest'
import { categories, isCategory } from '#lib/publishing/categories.ts'
import { blockers, warnings } from '#lib/publishing/ready.ts'

const show = {
  name: 'La Bobine',
  description: 'Le magazine des maisons de quartier.',
  category: 'Society & Culture',
  subcategory: 'Documentary',
  publisher: 'Association La Bobine',
  director: 'Nadia Belkacem',
  ownerEmail: 'contact@radio.example',
  coverFile: 'cover.png',
}
const episode = {
  title: 'Les citrons de la conserverie',
  summary: 'Deux bénévoles racontent.',
  rundownVersion: 7,
  master: { rundownVersion: 7, chapters: 6 },
  hasTranscript: true,
  voicesWithoutConsent: [],
}

const ines = { person: 'Inès', clipTitle: 'Les citrons', by: 'parent', isNo: false } as const

test('an episode that has everything may go out', () => {
  expect(blockers(episode, show)).toEqual([])
  expect(warnings(episode, show)).toEqual([])
})

describe('what the show lacks stops every episode', () => {
  test.each([
    [{ publisher: ' ' }, { kind: 'no-publisher' }],
    [{ director: '' }, { kind: 'no-director' }],
    [{ ownerEmail: '' }, { kind: 'no-owner-email' }],
    [{ ownerEmail: 'contact' }, { kind: 'owner-email-unusable', email: 'contact' }],
    [{ ownerEmail: 'Nous <a@b.fr>' }, { kind: 'owner-email-unusable', email: 'Nous <a@b.fr>' }],
    [{ name: '\u0000' }, { kind: 'no-show-name' }],
    [{ description: '' }, { kind: 'no-show-description' }],
    [{ category: 'Société' }, { kind: 'category-unknown', category: 'Société', subcategory: 'Documentary' }],
    [
      { subcategory: 'Drama' },
      { kind: 'category-unknown', category: 'Society & Culture', subcategory: 'Drama' },
    ],
    [{ coverFile: null }, { kind: 'no-cover' }],
  ])('%j → %j', (change, blocker) => {
    expect(blockers(episode, { ...show, ...change })).toEqual([blocker])
  })
})

describe('what the episode lacks stops it', () => {
  test.each([
    [{ title: ' \n ' }, { kind: 'no-title' }],
    [{ title: 'é'.repeat(256) }, { kind: 'title-too-long', characters: 256, maxCharacters: 255 }],
    [{ summary: '' }, { kind: 'no-summary' }],
    [{ summary: 'é'.repeat(1501) }, { kind: 'summary-too-long', bytes: 3002, maxBytes: 3000 }],
    [{ master: null }, { kind: 'no-master' }],
    [{ rundownVersion: 9 }, { kind: 'master-stale', masterVersion: 7, rundownVersion: 9 }],
    [{ master: { rundownVersion: 7, chapters: 0 } }, { kind: 'no-chapter' }],
    [{ master: { rundownVersion: 7, chapters: 6, isBroughtIn: true } }, { kind: 'brought-in' }],
    [{ voicesWithoutConsent: [ines] }, { kind: 'consent-missing', ...ines }],
  ])('%j → %j', (change, blocker) => {
    expect(blockers({ ...episode, ...change }, show)).toEqual([blocker])
  })

  test('a title of 255 characters and a summary of 3000 bytes just pass', () => {
    expect(blockers({ ...episode, title: '🎺'.repeat(255), summary: 'é'.repeat(1500) }, show)).toEqual([])
  })
})

describe('what is better mended first', () => {
  test.each([
    [{ title: '2026' }, { kind: 'title-numeric', title: '2026' }],
    [{ title: '12.5' }, { kind: 'title-numeric', title: '12.5' }],
    [{ title: 'la bobine du printemps' }, { kind: 'title-names-show', showName: 'La Bobine' }],
    [{ title: 'Épisode 12 : le citron' }, { kind: 'title-counts', found: 'Épisode 12' }],
    [{ title: 'Le citron S01E02' }, { kind: 'title-counts', found: 'S01E02' }],
    [{ master: { rundownVersion: 7, chapters: 2 } }, { kind: 'few-chapters', chapters: 2, fromChapters: 3 }],
    [{ hasTranscript: false }, { kind: 'no-transcript' }],
  ])('%j → %j, and stops nobody', (change, warning) => {
    expect(warnings({ ...episode, ...change }, show)).toEqual([warning])
    expect(blockers({ ...episode, ...change }, show)).toEqual([])
  })
})

describe("Apple's categories", () => {
  test('there are 19 with 91 subcategories, each named once', () => {
    expect(categories).toHaveLength(19)
    const names = categories.flatMap((category) => category.subcategories.map((sub) => sub.name))
    expect(names).toHaveLength(91)
    expect(new Set(names).size).toBe(91)
  })

  test.each([
    ['Society & Culture', 'Documentary', true],
    ['News', 'News Commentary', true],
    ['Technology', '', true],
    ['society & culture', '', false],
    ['Society &amp; Culture', '', false],
    ['Technology', 'Podcasting', false],
    ['', '', false],
  ])('%s › %s: %s', (name, subcategory, known) => {
    expect(isCategory(name, subcategory)).toBe(known)
  })
})
