/** What a Broadcast Wave file says of itself (EBU Tech 3285, version 1). Texts are cut to their fields. */
export type BroadcastFacts = {
  /** Title, 256 letters. */
  description: string
  /** Who made it, 32 letters. */
  originator: string
  /** Its own name for the programme, 32 letters. */
  reference: string
  /** YYYY-MM-DD and HH:MM:SS, in the show's zone. */
  date: string
  time: string
}

const bextBytes = 602
const wav32Most = 0xffffffff

/**
 * The head of a Broadcast Wave file of `samples` frames of PCM at 48 kHz, two channels; its data follow. Above
 * 4 GB it is an RF64 file (EBU Tech 3306).
 */
export function broadcastWaveHead(
  samples: number,
  bitsPerSample: 16 | 24,
  facts: BroadcastFacts,
): Uint8Array {
  const frameBytes = (2 * bitsPerSample) / 8
  const dataBytes = samples * frameBytes
  const chunks = [
    sized('ds64', bytes(28)),
    sized('bext', bext(facts)),
    sized('fmt ', format(bitsPerSample, frameBytes)),
  ]
  const headBytes = 12 + chunks.reduce((sum, chunk) => sum + chunk.length, 0) + 8
  const isLong = headBytes + dataBytes > wav32Most
  const head = new Uint8Array(headBytes)
  const view = new DataView(head.buffer)
  put(head, 0, latin(isLong ? 'RF64' : 'RIFF'))
  view.setUint32(4, isLong ? wav32Most : headBytes + dataBytes - 8, true)
  put(head, 8, latin('WAVE'))
  let at = 12
  for (const chunk of chunks) at = put(head, at, chunk)
  if (isLong) {
    view.setBigUint64(20, BigInt(headBytes + dataBytes - 8), true)
    view.setBigUint64(28, BigInt(dataBytes), true)
    view.setBigUint64(36, BigInt(samples), true)
  } else put(head, 12, latin('JUNK'))
  put(head, at, latin('data'))
  view.setUint32(at + 4, isLong ? wav32Most : dataBytes, true)
  return head
}

function bext({ description, originator, reference, date, time }: BroadcastFacts): Uint8Array {
  const body = bytes(bextBytes)
  put(body, 0, latin(description, 256))
  put(body, 256, latin(originator, 32))
  put(body, 288, latin(reference, 32))
  put(body, 320, latin(date, 10))
  put(body, 330, latin(time, 8))
  new DataView(body.buffer).setUint16(346, 1, true)
  return body
}

function format(bitsPerSample: number, frameBytes: number): Uint8Array {
  const view = new DataView(new ArrayBuffer(16))
  view.setUint16(0, 1, true)
  view.setUint16(2, 2, true)
  view.setUint32(4, 48_000, true)
  view.setUint32(8, 48_000 * frameBytes, true)
  view.setUint16(12, frameBytes, true)
  view.setUint16(14, bitsPerSample, true)
  return new Uint8Array(view.buffer)
}

function sized(id: string, body: Uint8Array): Uint8Array {
  const chunk = bytes(8 + body.length)
  put(chunk, 0, latin(id))
  new DataView(chunk.buffer).setUint32(4, body.length, true)
  put(chunk, 8, body)
  return chunk
}

const bytes = (length: number) => new Uint8Array(length)

function put(target: Uint8Array, at: number, part: Uint8Array): number {
  target.set(part, at)
  return at + part.length
}

/** The fields are ASCII: accents lose their marks, anything else becomes a question mark. */
function latin(text: string, most = text.length): Uint8Array {
  const plain = text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[’‘]/g, "'")
    .replace(/[«»“”]/g, '"')
    .replace(/[^\x20-\x7e]/gu, '?')
  return Uint8Array.from(plain.slice(0, most), (letter) => letter.charCodeAt(0))
}
