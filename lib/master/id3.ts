/** What an episode's file says of itself. Texts may hold anything a person typed. */
export type Id3Tags = {
  title: string
  artist: string
  album: string
  /** Number of the episode in its season. */
  track?: number
  /** Day of the show, YYYY-MM-DD. */
  date?: string
  /** ISO 639-2, three letters. */
  language: string
  comment?: string
  /** A JPEG file, square. */
  cover?: Uint8Array | null
  chapters: readonly { startMs: number; endMs: number; title: string }[]
}

/**
 * An ID3v2.3 tag to put before an MP3 stream (id3.org, "ID3 tag version 2.3.0" and its chapter addendum).
 * Texts are UTF-16 with a byte-order mark, the only Unicode of that version. Of chapters the first 255 fit.
 */
export function id3Tag(tags: Id3Tags): Uint8Array {
  const [, year = '', month = '', day = ''] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(tags.date ?? '') ?? []
  const chapters = tags.chapters.slice(0, 255)
  const frames = [
    ...line('TIT2', tags.title),
    ...line('TPE1', tags.artist),
    ...line('TALB', tags.album),
    ...line('TRCK', tags.track === undefined ? '' : `${tags.track}`),
    ...line('TYER', year),
    ...line('TDAT', day + month),
    ...line('TLAN', tags.language),
    ...line('TCON', 'Podcast'),
    ...(tags.comment
      ? [frame('COMM', [utf16Mark, latin(tags.language.slice(0, 3)), zeroEnded(''), utf16(tags.comment)])]
      : []),
    ...(tags.cover ? [frame('APIC', [bytes(0), latin('image/jpeg\0'), bytes(3, 0), tags.cover])] : []),
    ...(chapters.length > 0 ? [contents(chapters.length)] : []),
    ...chapters.map(chapter),
  ]
  const body = join(frames)
  return join([latin('ID3'), bytes(3, 0, 0), syncsafe(body.length), body])
}

const utf16Mark = bytes(1)

/** One line of text: what breaks lines or hides is taken out, 1 000 characters kept. */
function line(id: string, text: string): Uint8Array[] {
  const plain = text
    .replace(/\p{Cc}+/gu, ' ')
    .trim()
    .slice(0, 1000)
  return plain ? [frame(id, [utf16Mark, utf16(plain)])] : []
}

function chapter({ startMs, endMs, title }: Id3Tags['chapters'][number], index: number): Uint8Array {
  // All ones: offsets in bytes are not given, times count.
  const times = [big(startMs), big(endMs), big(0xffffffff), big(0xffffffff)]
  return frame('CHAP', [latin(`c${index}\0`), ...times, ...line('TIT2', title)])
}

function contents(count: number): Uint8Array {
  const topLevelInOrder = 3
  const ids = Array.from({ length: count }, (_, index) => latin(`c${index}\0`))
  return frame('CTOC', [latin('toc\0'), bytes(topLevelInOrder, count), ...ids])
}

function frame(id: string, parts: readonly Uint8Array[]): Uint8Array {
  const body = join(parts)
  return join([latin(id), big(body.length), bytes(0, 0), body])
}

function zeroEnded(text: string): Uint8Array {
  return join([utf16(text), bytes(0, 0)])
}

function utf16(text: string): Uint8Array {
  const whole = `\uFEFF${text.replaceAll('\0', '').toWellFormed()}`
  const view = new DataView(new ArrayBuffer(whole.length * 2))
  for (let i = 0; i < whole.length; i++) view.setUint16(2 * i, whole.charCodeAt(i), true)
  return new Uint8Array(view.buffer)
}

function latin(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0))
}

function big(value: number): Uint8Array {
  return bytes(value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255)
}

// Seven bits a byte, so that no decoder takes a length for the start of a sound.
function syncsafe(value: number): Uint8Array {
  return bytes((value >>> 21) & 127, (value >>> 14) & 127, (value >>> 7) & 127, value & 127)
}

function bytes(...values: number[]): Uint8Array {
  return Uint8Array.from(values)
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
