import sharp from 'sharp'
import { type CoverWords, coverSvg, socialCardSvg } from './cover.ts'

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

/** Colours are kept at full resolution: halved, the thread gets dirty edges on the brick. */
async function jpeg(svg: string, quality: number): Promise<Buffer> {
  return sharp(Buffer.from(svg))
    .flatten()
    .toColourspace('srgb')
    .withMetadata({ density: 72 })
    .jpeg({ quality, chromaSubsampling: '4:4:4' })
    .toBuffer()
}
