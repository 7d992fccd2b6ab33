import { tagLength } from './mp3-length.ts'

/** What an ID3v2.3 or 2.4 tag at the head of a file says, as far as apps show it. */
export type LookedTag = {
  title: string
  artist: string
  album: string
  hasCover: boolean
  chapters: { startMs: number; endMs: number; title: string }[]
}

type Frame = { id: string; body: Uint8Array }

/** Reads the tag that a file begins with; null when there is none. `head` must hold all of it. */
export function lookedTag(head: Uint8Array): LookedTag | null {
  const length = tagLength(head)
  if (length === 0) return null
  const isSyncsafe = head[3] === 4
  const frames = [...framesOf(head.subarray(10, length), isSyncsafe)]
  const text = (id: string) => textOf(frames.find((frame) => frame.id === id)?.body)
  return {
    title: text('TIT2'),
    artist: text('TPE1'),
    album: text('TALB'),
    hasCover: frames.some(({ id, body }) => id === 'APIC' && body.length > 100),
    chapters: frames.filter(({ id }) => id === 'CHAP').map(({ body }) => chapterOf(body, isSyncsafe)),
  }
}

function* framesOf(bytes: Uint8Array, isSyncsafe: boolean): Generator<Frame> {
  for (let at = 0; at + 10 <= bytes.length; ) {
    const id = String.fromCharCode(...bytes.subarray(at, at + 4))
    // What follows is padding.
    if (!/^[A-Z0-9]{4}$/.test(id)) return
    const length = isSyncsafe ? syncsafe(bytes, at + 4) : big(bytes, at + 4)
    yield { id, body: bytes.subarray(at + 10, at + 10 + length) }
    at += 10 + length
  }
}

function chapterOf(body: Uint8Array, isSyncsafe: boolean) {
  const after = body.indexOf(0) + 1
  const inside = [...framesOf(body.subarray(after + 16), isSyncsafe)]
  return {
    startMs: big(body, after),
    endMs: big(body, after + 4),
    title: textOf(inside.find(({ id }) => id === 'TIT2')?.body),
  }
}

const encodings = ['windows-1252', 'utf-16', 'utf-16be', 'utf-8']

function textOf(body: Uint8Array | undefined): string {
  if (!body || body.length < 2) return ''
  const [mark = 3, low, high] = body
  const isBigEnd = mark === 1 && low === 0xfe && high === 0xff
  const encoding = isBigEnd ? 'utf-16be' : (encodings[mark] ?? 'utf-8')
  return new TextDecoder(encoding).decode(body.subarray(1)).replaceAll('\0', '').trim()
}

function big(bytes: Uint8Array, at: number): number {
  const [a = 0, b = 0, c = 0, d = 0] = bytes.subarray(at, at + 4)
  return a * 2 ** 24 + b * 2 ** 16 + c * 2 ** 8 + d
}

function syncsafe(bytes: Uint8Array, at: number): number {
  const [a = 0, b = 0, c = 0, d = 0] = bytes.subarray(at, at + 4)
  return a * 2 ** 21 + b * 2 ** 14 + c * 2 ** 7 + d
}
