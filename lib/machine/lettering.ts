import face from './display-face.json' with { type: 'json' }

/** Words set in the display face: one SVG path, and the room it takes, in the same unit as `size`. */
export type Lettering = { path: string; width: number; height: number; size: number; lines: number }

/** The box to fill. `leading` is the distance between two baselines, in sizes. */
export type LetteringBox = {
  width: number
  height: number
  maxSize: number
  minSize: number
  leading: number
}

type Glyph = { advance: number; path: string }

const glyphs: Record<string, string | undefined> = face.glyphs
const kerning: Record<string, string | undefined> = face.kerning
/** Height of a capital without accent, and room kept above it for É or Å, as parts of the size. */
const capHeight = 0.66
const accentRoom = 0.16
/** Beyond that nobody reads it on a picture, and setting it would take seconds. */
const mostLetters = 240

/**
 * Sets `text` in the display face as outlines, so that a picture never depends on the fonts of the machine.
 * The text wraps and shrinks from `maxSize` to fit the box, and is cut with an ellipsis at `minSize`.
 * Characters the face lacks lose their accent, or are left out. The path's origin is the box's top left.
 */
export function setLettering(text: string, box: LetteringBox): Lettering {
  const words = readableWords(text)
  for (let size = box.maxSize; size > box.minSize; size *= 0.96) {
    const lines = wrap(words, box.width / size)
    if (lines && heightOf(lines.length, size, box.leading) <= box.height) {
      return draw(balanced(words, lines), size, box.leading)
    }
  }
  return draw(cut(words, box), box.minSize, box.leading)
}

/** French puts a space inside « » and before ? ! : ; that must not end a line, however it was typed. */
function readableWords(text: string): string[] {
  const bound = text
    .slice(0, mostLetters)
    .normalize('NFC')
    .replace(/ (?=[?!:;»])|(?<=«) /g, '\u00a0')
  const known = [...bound].map((letter) => (/[ \n\t]/.test(letter) ? ' ' : knownLetter(letter)))
  return known.join('').split(' ').filter(Boolean)
}

function knownLetter(letter: string): string {
  if (glyphs[letter] !== undefined) return letter
  const bare = letter.normalize('NFD').replace(/\p{M}/gu, '')
  return glyphs[bare] === undefined ? '' : bare
}

function wrap(words: string[], width: number): string[] | null {
  const lines: string[] = []
  for (const word of words) {
    if (widthOf(word) > width) return null
    const last = lines.at(-1)
    if (last !== undefined && widthOf(`${last} ${word}`) <= width) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

/** The narrowest setting with as many lines: two even lines read better than a full one and a scrap. */
function balanced(words: string[], lines: string[]): string[] {
  let best = lines
  for (let width = Math.max(...lines.map(widthOf), 0); width > 0; width -= 0.05) {
    const tighter = wrap(words, width)
    if (!tighter || tighter.length > lines.length) return best
    best = tighter
  }
  return best
}

function cut(words: string[], box: LetteringBox): string[] {
  const width = box.width / box.minSize
  const lines =
    wrap(
      words.flatMap((word) => pieces(word, width)),
      width,
    ) ?? []
  const room = Math.max(1, Math.floor((box.height / box.minSize - capHeight - accentRoom) / box.leading) + 1)
  if (lines.length <= room) return lines
  const kept = lines.slice(0, room)
  let last = kept[room - 1] ?? ''
  while (last && widthOf(`${last}…`) > width) last = last.slice(0, -1)
  return [...kept.slice(0, -1), `${last.trimEnd()}…`]
}

function pieces(word: string, width: number): string[] {
  const parts = ['']
  for (const letter of word) {
    const longer = `${parts.at(-1) ?? ''}${letter}`
    if (widthOf(longer) > width) parts.push(letter)
    else parts[parts.length - 1] = longer
  }
  return parts
}

function draw(lines: string[], size: number, leading: number): Lettering {
  const baseline = (line: number) => size * (accentRoom + capHeight + line * leading)
  return {
    path: lines.map((line, index) => linePath(line, baseline(index), size)).join(''),
    width: Math.max(0, ...lines.map(widthOf)) * size,
    height: heightOf(lines.length, size, leading),
    size,
    lines: lines.length,
  }
}

function heightOf(lines: number, size: number, leading: number): number {
  return lines === 0 ? 0 : size * (accentRoom + capHeight + (lines - 1) * leading)
}

function linePath(line: string, baseline: number, size: number): string {
  const scale = size / face.unitsPerEm
  return placed(line)
    .map(({ glyph, x }) => transformed(glyph.path, scale, x * scale, baseline))
    .join('')
}

/** The width of a line, in sizes. */
function widthOf(line: string): number {
  const last = placed(line).at(-1)
  return last ? (last.x + last.glyph.advance) / face.unitsPerEm : 0
}

function placed(line: string): { glyph: Glyph; x: number }[] {
  let x = 0
  let before = ''
  return [...line].map((letter) => {
    x += kern(before, letter)
    const glyph = glyphOf(letter)
    const place = { glyph, x }
    x += glyph.advance
    before = letter
    return place
  })
}

function glyphOf(letter: string): Glyph {
  const [advance = '0', ...path] = (glyphs[letter] ?? '').split(' ')
  return { advance: Number(advance), path: path.join(' ') }
}

/** A left letter's pairs are written "A-30 V12": the letter, then its number. */
function kern(left: string, right: string): number {
  const pair = kerning[left]?.split(' ').find((entry) => entry.startsWith(right))
  return pair ? Number(pair.slice(right.length)) : 0
}

/** The face's outlines only hold M, L, H, V, Q, C and Z, in absolute units with y upwards. */
function transformed(path: string, scale: number, x: number, y: number): string {
  return path.replace(/([MLHVQC])([^A-Z]*)/g, (_, command: string, numbers: string) => {
    const values = numbers.match(/-?\d+/g)?.map(Number) ?? []
    const moved = values.map((value, index) => {
      const vertical = command === 'V' || (command !== 'H' && index % 2 === 1)
      return Math.round((vertical ? y - value * scale : x + value * scale) * 10) / 10
    })
    return `${command}${moved.join(' ')}`
  })
}
