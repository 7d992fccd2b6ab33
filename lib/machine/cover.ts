import { type Lettering, setLettering } from './lettering.ts'

/** What is written on a picture of the show. `houses` are the places that make it, in the order shown. */
export type CoverWords = { title: string; subtitle?: string; houses?: readonly string[] }

const brick = '#a63a1e'
const brickDeep = '#7e2a14'
const paper = '#fbf7f0'
const sun = '#f2b632'

/** The podcast cover as SVG, 3000 by 3000 units, without any text element. */
export function coverSvg(words: CoverWords): string {
  const title = setLettering(words.title, {
    width: 2520,
    height: 1040,
    maxSize: 640,
    minSize: 120,
    leading: 0.92,
  })
  const under = setLettering(undertitle(words), {
    width: 2520,
    height: 190,
    maxSize: 96,
    minSize: 56,
    leading: 1.2,
  })
  const spool = { x: 720, y: 1860, unit: 20 }
  return picture(3000, 3000, [
    at(title, 240, 240, paper),
    thread(spool, 3000),
    spoolFace(spool),
    at(under, 240, 2790 - under.height, paper),
  ])
}

/** The picture shown when a page is shared, 1200 by 630 units, without any text element. */
export function socialCardSvg(words: CoverWords): string {
  const title = setLettering(words.title, {
    width: 1040,
    height: 236,
    maxSize: 120,
    minSize: 36,
    leading: 0.98,
  })
  const under = setLettering(undertitle(words), {
    width: 560,
    height: 84,
    maxSize: 36,
    minSize: 22,
    leading: 1.2,
  })
  const spool = { x: 880, y: 446, unit: 4.4 }
  return picture(1200, 630, [
    at(title, 80, 72, paper),
    thread(spool, 1200),
    spoolFace(spool),
    at(under, 80, 560 - under.height, paper),
  ])
}

/** The square picture of one episode, 1080 by 1080 units, without any text element. */
export function squareCardSvg(words: CoverWords): string {
  const title = setLettering(words.title, {
    width: 920,
    height: 430,
    maxSize: 140,
    minSize: 44,
    leading: 0.98,
  })
  const under = setLettering(undertitle(words), {
    width: 920,
    height: 90,
    maxSize: 44,
    minSize: 26,
    leading: 1.2,
  })
  const spool = { x: 250, y: 730, unit: 7 }
  return picture(1080, 1080, [
    at(title, 80, 80, paper),
    thread(spool, 1080),
    spoolFace(spool),
    at(under, 80, 1000 - under.height, paper),
  ])
}

type Spool = { x: number; y: number; unit: number }

function undertitle({ subtitle, houses = [] }: CoverWords): string {
  return subtitle ?? houses.map((house) => house.replaceAll(' ', '\u00a0')).join('\u00a0· ')
}

function picture(width: number, height: number, layers: string[]): string {
  const ground = `<rect width="${width}" height="${height}" fill="${brick}"/>`
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">${ground}${layers.join('')}</svg>`
}

function at({ path }: Lettering, x: number, y: number, fill: string): string {
  return `<path transform="translate(${x} ${y})" d="${path}" fill="${fill}"/>`
}

function spoolFace({ x, y, unit }: Spool): string {
  const eye = (side: number) =>
    `<circle cx="${x + side * 6.8 * unit}" cy="${y - unit}" r="${4 * unit}" fill="${brickDeep}"/>`
  return `<circle cx="${x}" cy="${y}" r="${17.4 * unit}" fill="${paper}"/>${eye(-1)}${eye(1)}`
}

/** One turn around the spool, then the thread runs out, becomes a voice, and leaves by the right edge. */
function thread({ x, y, unit }: Spool, edge: number): string {
  const level = y + 23 * unit
  const around = `M${x + 22.7 * unit} ${y + 3 * unit}A${23 * unit} ${23 * unit} 0 1 0 ${x} ${level}H${x + 9.5 * unit}`
  const swings = [7, -10, 5, -17, 8, -27, 11, -20, 9, -12, 6, 0]
  const step = 8.4 * unit
  let from = { x: x + 9.5 * unit, y: level }
  const wave = swings.map((swing) => {
    const to = { x: from.x + step, y: level + swing * unit }
    const curve = `C${from.x + step / 2} ${from.y} ${to.x - step / 2} ${to.y} ${to.x} ${to.y}`
    from = to
    return curve
  })
  return `<path d="${around}${wave.join('')}H${edge + 100}" fill="none" stroke="${sun}" stroke-width="${4 * unit}" stroke-linecap="round" stroke-linejoin="round"/>`
}
