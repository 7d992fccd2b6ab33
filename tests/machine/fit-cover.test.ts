import sharp from 'sharp'
import { expect, test } from 'vitest'
import { fitCover } from '#lib/machine/cover.server.ts'

const picture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 4, background: { r: 30, g: 91, b: 79, alpha: 0.5 } } })
    .png()
    .toBuffer()

test.each([
  { width: 4000, height: 3200, side: 3000 },
  { width: 1400, height: 2000, side: 1400 },
])('a picture of $width × $height becomes a square of $side, RGB, JPEG', async ({ width, height, side }) => {
  const fitted = await fitCover(await picture(width, height))
  expect(await sharp(fitted).metadata()).toMatchObject({
    format: 'jpeg',
    width: side,
    height: side,
    hasAlpha: false,
    density: 72,
  })
  expect(fitted.length).toBeLessThanOrEqual(512_000)
})

test('a picture full of noise stays under the size that apps load', async () => {
  const noise = sharp({
    create: {
      width: 3000,
      height: 3000,
      channels: 3,
      background: '#888',
      noise: { type: 'gaussian', mean: 128, sigma: 60 },
    },
  })
  expect((await fitCover(await noise.jpeg({ quality: 60 }).toBuffer())).length).toBeLessThanOrEqual(1_000_000)
})

test.each([
  ['a text', new TextEncoder().encode('bonjour'), 'cover.unusable'],
  ['nothing', new Uint8Array(), 'cover.unusable'],
])('%s is refused with a reason', async (_what, bytes, reason) => {
  await expect(fitCover(bytes)).rejects.toMatchObject({ reason })
})

test('a small picture is refused with a reason', async () => {
  await expect(fitCover(await picture(800, 800))).rejects.toMatchObject({ reason: 'cover.small' })
})
