import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import PDFDocument from 'pdfkit'
import type { Measure, Span } from './text-lines.ts'
import { trueTypeFrom } from './woff2.server.ts'

export type PdfOptions = {
  title: string
  author: string
  /** BCP 47, of the whole text. */
  language: string
  layout: 'portrait' | 'landscape'
  /** Of all four sides, in points of 1/72 inch. */
  margin: number
  /** Plain streams can be read by a test. */
  isCompressed?: boolean
}
type Element = PDFKit.PDFStructureElement

/** What the second file of each face holds (the ranges of `app/faces.css`). */
const isFurther = (letter: string) =>
  /[\u0100-\u0151\u0154-\u0177\u0179-\u02ba\u02bd-\u02ff\u1e00-\u1eff]/.test(letter)
const folder = join(import.meta.dirname, '..', '..', 'public', 'fonts')
const files = { near: 'atkinson-next-latin.woff2', further: 'atkinson-next-latin-ext.woff2' } as const

// Reading the faces takes some milliseconds, and they never change while we run.
let faces: Promise<Record<keyof typeof files, Buffer>> | null = null

async function readFaces() {
  const [near, further] = await Promise.all(
    [files.near, files.further].map(async (name) => trueTypeFrom(await readFile(join(folder, name)))),
  )
  if (!near || !further) throw new Error('A face for prints is missing')
  return { near, further }
}

/**
 * A tagged PDF on A4 in our reading face, embedded. Texts are laid out by the caller, line by line; `y` counts from the
 * top of the page in points.
 */
export class Pdf {
  readonly doc: PDFKit.PDFDocument
  /** The element that everything said on the pages belongs to. */
  readonly root: Element
  private readonly widths = new Map<string, number>()
  private readonly written: Promise<Buffer>

  private constructor(doc: PDFKit.PDFDocument) {
    this.doc = doc
    this.root = doc.struct('Document')
    doc.addStructure(this.root)
    this.written = new Promise((resolve, reject) => {
      const parts: Buffer[] = []
      doc.on('data', (part: Buffer) => parts.push(part))
      doc.on('end', () => resolve(Buffer.concat(parts)))
      doc.on('error', reject)
    })
  }

  static async open({
    title,
    author,
    language,
    layout,
    margin,
    isCompressed = true,
  }: PdfOptions): Promise<Pdf> {
    faces ??= readFaces()
    const { near, further } = await faces
    const doc = new PDFDocument({
      ...{ size: 'A4', layout, margin, compress: isCompressed },
      ...{ pdfVersion: '1.7', tagged: true, lang: language, displayTitle: true, bufferPages: true },
      info: { Title: title, Author: author, Creator: 'La Bobine' },
    })
    doc.registerFont('near', near).registerFont('further', further)
    return new Pdf(doc)
  }

  /** Width of a span at `size` points. */
  measure(size: number): Measure {
    return ({ text }) => this.unitWidth(text) * size
  }

  /** Width at one point: a word is laid out once, however often and large it is written. */
  private unitWidth(text: string): number {
    const known = this.widths.get(text)
    if (known !== undefined) return known
    const width = runsOf(text).reduce((sum, run) => {
      this.doc.font(run.face, 1)
      return sum + this.doc.widthOfString(run.text)
    }, 0)
    this.widths.set(text, width)
    return width
  }

  /** Writes one line with its top at `y`. */
  line(spans: readonly Span[], x: number, y: number, size: number) {
    let at = x
    for (const { text, isBold } of spans) {
      for (const run of runsOf(text)) {
        this.doc.font(run.face, size)
        // The second weight is the first one with an edge: one file for both.
        const edge = isBold ? { fill: true, stroke: true } : {}
        this.doc.lineWidth(size / 34).text(run.text, at, y, { lineBreak: false, ...edge })
        at += this.unitWidth(run.text) * size
      }
    }
  }

  /** Adds an element under `parent` and what it says on the page. */
  say(parent: Element, tag: string, draw: () => void): Element {
    const element = this.doc.struct(tag)
    parent.add(element)
    element.add(draw)
    return element
  }

  /** What is there for the eye alone: rules, repeated heads, page numbers. */
  decorate(draw: () => void, type: 'Layout' | 'Pagination' = 'Layout') {
    this.doc.markContent('Artifact', { type })
    draw()
    this.doc.endMarkedContent()
  }

  /** Writes a foot on every page, then closes the file. */
  async finish(foot: (page: number, pages: number) => string): Promise<Buffer> {
    const { count } = this.doc.bufferedPageRange()
    for (let page = 0; page < count; page += 1) {
      this.doc.switchToPage(page)
      const { height, margins } = this.doc.page
      const spans = [{ text: foot(page + 1, count) }]
      this.decorate(() => this.line(spans, margins.left, height - margins.bottom + 8, 9), 'Pagination')
    }
    this.doc.end()
    return await this.written
  }
}

type Run = { text: string; face: keyof typeof files }

/** The narrow spaces of French, which our faces lack, as the one that they have: none of them breaks a line. */
const narrow = /[\u2007\u2009\u200a\u202f]/g
/** Signs that only tell how others are shown; the face would draw a box for each. */
const unseen = /\u00ad|[\u200b-\u200f]|\u2060|\ufe0e|\ufe0f|\ufeff/g

function runsOf(text: string): Run[] {
  const runs: Run[] = []
  for (const letter of text.replace(narrow, '\u00a0').replace(unseen, '')) {
    const face = isFurther(letter) ? 'further' : 'near'
    const last = runs.at(-1)
    if (last?.face === face) last.text += letter
    else runs.push({ text: letter, face })
  }
  return runs
}
