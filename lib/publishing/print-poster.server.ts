import { encode } from 'uqr'
import { setLettering } from '#lib/machine/lettering.ts'
import { Pdf } from '#lib/machine/pdf.server.ts'
import { wrapLines } from '#lib/machine/text-lines.ts'

/** What a poster says. `onAir` such as "Sur Radio Exemple, le vendredi à 18 h"; empty when nobody knows. */
export type PosterWords = {
  title: string
  showName: string
  summary: string
  onAir: string
  url: string
  language: string
}

const page = { width: 595.28, height: 841.89 }
const margin = 48
const inner = page.width - 2 * margin
const bandHeight = 310
const qrSide = 230
const brick = '#a63a1e'
const paper = '#fbf7f0'
const ink = '#1f1b16'

/** A poster of an episode on A4: its title to be read from afar, and a square that opens its page. */
export async function printPoster(words: PosterWords, isCompressed = true): Promise<Buffer> {
  const pdf = await Pdf.open({
    ...{ title: words.title, author: words.showName, language: words.language, isCompressed },
    ...{ layout: 'portrait', margin },
  })
  pdf.decorate(() => pdf.doc.rect(0, 0, page.width, bandHeight).fill(brick))
  drawTitle(pdf, words)
  const left = margin + qrSide + 28
  pdf.say(pdf.root, 'Figure', () => drawQr(pdf, words.url, margin, bandHeight + 36))
  pdf.doc.fillColor(ink).strokeColor(ink)
  let y = bandHeight + 36
  y = write(pdf, 'Pour écouter', left, y, 24, true)
  y = write(pdf, 'Visez ce carré avec l’appareil photo de votre téléphone.', left, y + 10, 18)
  y = write(pdf, 'C’est gratuit, sans inscription.', left, y + 10, 18)
  y = bandHeight + 36 + qrSide + 24
  y = write(pdf, words.url.replace(/^https?:\/\//, ''), margin, y, 14, false, inner)
  if (words.onAir) y = write(pdf, words.onAir, margin, y + 12, 20, true, inner)
  write(pdf, words.summary, margin, y + 12, 14, false, inner, Math.floor((page.height - 40 - y - 12) / 19.6))
  return await pdf.finish(() => '')
}

function drawTitle(pdf: Pdf, { title, showName }: PosterWords) {
  const big = setLettering(title, { width: inner, height: 200, maxSize: 76, minSize: 24, leading: 1 })
  const small = setLettering(showName, { width: inner, height: 40, maxSize: 26, minSize: 14, leading: 1.2 })
  pdf.say(pdf.root, 'P', () => drawPath(pdf, small.path, margin, 44))
  pdf.say(pdf.root, 'H1', () => drawPath(pdf, big.path, margin, 44 + small.height + 26))
}

function drawPath({ doc }: Pdf, path: string, x: number, y: number) {
  doc.save().translate(x, y).path(path).fill(paper).restore()
}

/** Black on white with the quiet zone that readers need. */
function drawQr({ doc }: Pdf, url: string, x: number, y: number) {
  const { data, size } = encode(url, { ecc: 'M', border: 2 })
  const side = qrSide / size
  doc.rect(x, y, qrSide, qrSide).fill('#ffffff')
  data.forEach((row, down) => {
    row.forEach((isDark, across) => {
      if (isDark) doc.rect(x + across * side, y + down * side, side, side)
    })
  })
  doc.fill('#000000')
}

/** Writes wrapped lines, `most` of them at most, from `y` down; answers where the next thing may stand. */
function write(
  pdf: Pdf,
  text: string,
  x: number,
  y: number,
  size: number,
  isBold = false,
  width = page.width - margin - x,
  most = 12,
): number {
  const whole = wrapLines([{ text, isBold }], width, pdf.measure(size))
  const lines = whole.slice(0, Math.max(0, most))
  if (lines.length === 0) return y
  if (lines.length < whole.length) lines.at(-1)?.push({ text: '…', isBold })
  pdf.say(pdf.root, 'P', () => {
    lines.forEach((line, at) => {
      pdf.line(line, x, y + at * size * 1.4, size)
    })
  })
  return y + lines.length * size * 1.4
}
