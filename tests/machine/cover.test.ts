import sharp from 'sharp'
import { expect, test } from 'vitest'
import { drawCover, drawSocialCard } from '#lib/machine/cover.server.ts'
import { coverSvg } from '#lib/machine/cover.ts'
import { setLettering } from '#lib/machine/lettering.ts'

const box = { width: 2520, height: 1040, maxSize: 640, minSize: 120, leading: 0.92 }

test('the cover is what podcast directories ask for', async () => {
  const cover = await drawCover({
    title: 'La Bobine Romanaise',
    houses: ['Maison de quartier des Ors', 'Maison citoyenne Noël Guichard'],
  })
  const told = await sharp(cover).metadata()
  expect(told).toMatchObject({
    format: 'jpeg',
    width: 3000,
    height: 3000,
    channels: 3,
    hasAlpha: false,
    density: 72,
  })
  expect(cover.length).toBeLessThanOrEqual(512_000)
})

test('the same words draw the same bytes', async () => {
  const words = { title: 'La Bobine', subtitle: 'La radio de trois maisons' }
  expect((await drawSocialCard(words)).equals(await drawSocialCard(words))).toBe(true)
})

test('a long title stays under the size limit', async () => {
  const cover = await drawCover({
    title: 'Le journal sonore des habitantes et habitants du quartier '.repeat(90),
  })
  expect(cover.length).toBeLessThanOrEqual(512_000)
})

test('no text element is left, so no font of the machine is needed', () => {
  expect(coverSvg({ title: '<b>Émilie & Noël</b> ]]>' })).not.toMatch(/<text|<b>|font/)
})

test.each([
  ['Micro', 1],
  ['La Bobine Romanaise', 2],
  ['Le journal sonore des habitantes et habitants du quartier Nord', 4],
])('%s is set on %i lines and fits its box', (title, lines) => {
  const set = setLettering(title, box)
  expect(set.lines).toBe(lines)
  expect(set.width).toBeLessThanOrEqual(box.width)
  expect(set.height).toBeLessThanOrEqual(box.height)
})

test.each([
  ['a decomposed accent is the accented letter', 'Noe\u0308l', 'Noël'],
  ['an accent the face lacks falls off', 'Nguyễn', 'Nguyen'],
  ['a sign the face lacks is left out', 'Micro 🎙', 'Micro'],
  ['French spacing does not break', 'Où ?', 'Où\u00a0?'],
])('%s', (_, typed, set) => {
  expect(setLettering(typed, box).path).toBe(setLettering(set, box).path)
})

test('a title of one endless word is cut, never overflowing', () => {
  const set = setLettering('a'.repeat(5000), box)
  expect(set.width).toBeLessThanOrEqual(box.width)
  expect(set.height).toBeLessThanOrEqual(box.height)
})

test('a title with nothing to draw leaves the room empty', () => {
  expect(setLettering('🎙', box)).toMatchObject({ path: '', lines: 0 })
})
