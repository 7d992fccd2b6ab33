import sharp from 'sharp'
import { type CoverWords, coverSvg, socialCardSvg, squareCardSvg } from './cover.ts'
import { Refusal } from './refusal.ts'

/** What podcast directories advise as the most for a cover. */
const largestBytes = 500_000

/** The podcast cover: JPEG, 3000 by 3000 pixels, RGB without alpha, 72 dpi, at most 500 kB. Same words, same bytes. */
export async function drawCover(words: CoverWords): Promise<Buffer> {
  const svg = coverSvg(words)
  for (const quality of [84, 76, 66]) {
    const drawn = await jpeg(svg, quality)
    if (drawn.length <= largestBytes) return drawn
  }
  return jpeg(svg, 50)
}

/** The picture of a shared page: JPEG, 1200 by 630 pixels. Same words, same bytes. */
export async function drawSocialCard(words: CoverWords): Promise<Buffer> {
  return jpeg(socialCardSvg(words), 84)
}

/** The square picture of an episode, to be shared: JPEG, 1080 by 1080 pixels. Same words, same bytes. */
export async function drawSquareCard(words: CoverWords): Promise<Buffer> {
  return jpeg(squareCardSvg(words), 84)
}

/** What a picture is, by its bytes; null for what is none. */
export async function pictureFacts(picture: Uint8Array) {
  const found = await sharp(picture, mostPixels)
    .metadata()
    .catch(() => null)
  if (!found) return null
  const { format = '', width = 0, height = 0, hasAlpha = false } = found
  return { format: String(format), width, height, hasAlpha, bytes: picture.length }
}

/** Sides that podcast apps accept, pixels. */
const smallestSide = 1400
const largestSide = 3000
const mostPixels = { limitInputPixels: 100_000_000 }

/**
 * A picture of somebody's own as podcast apps want it: square (cut around its middle), RGB without alpha,
 * JPEG of at most `largestBytes`, 72 dpi. Refuses `cover.unusable` and `cover.small`.
 */
export async function fitCover(picture: Uint8Array): Promise<Buffer> {
  const sides = await sidesOf(picture)
  const side = Math.min(...sides, largestSide)
  if (side < smallestSide) throw new Refusal('cover.small')
  for (const quality of [84, 70, 55]) {
    const fitted = await squareJpeg(picture, side, quality)
    if (fitted.length <= largestBytes) return fitted
  }
  // A photograph full of detail: fewer pixels look better than more crumbs.
  return await squareJpeg(picture, smallestSide, 55)
}

async function sidesOf(picture: Uint8Array): Promise<[number, number]> {
  try {
    const { width, height } = await sharp(picture, mostPixels).metadata()
    return [width, height]
  } catch (cause) {
    throw new Refusal('cover.unusable', {}, { cause })
  }
}

async function squareJpeg(picture: Uint8Array, side: number, quality: number): Promise<Buffer> {
  try {
    return await sharp(picture, mostPixels)
      .rotate()
      .resize(side, side, { fit: 'cover' })
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .withMetadata({ density: 72 })
      .jpeg({ quality })
      .toBuffer()
  } catch (cause) {
    throw new Refusal('cover.unusable', {}, { cause })
  }
}

/** Colours are kept at full resolution: halved, the thread gets dirty edges on the brick. */
async function jpeg(svg: string, quality: number): Promise<Buffer> {
  return sharp(Buffer.from(svg))
    .flatten()
    .toColourspace('srgb')
    .withMetadata({ density: 72 })
    .jpeg({ quality, chromaSubsampling: '4:4:4' })
    .toBuffer()
}
