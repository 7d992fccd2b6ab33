import type { Milliseconds } from '#lib/time/duration.ts'

/** Bytes of the ID3v2 tag before the sound, its header included; 0 when there is none. Ten bytes are enough. */
export function tagLength(head: Uint8Array): number {
  const [i, d, three, , , , a = 0, b = 0, c = 0, e = 0] = head
  if (i !== 0x49 || d !== 0x44 || three !== 0x33) return 0
  // "Syncsafe": seven bits a byte.
  return 10 + a * 2 ** 21 + b * 2 ** 14 + c * 2 ** 7 + e
}

const rates = [44_100, 48_000, 32_000]

/**
 * How long a layer III file plays, from its first frame: encoders count the frames there (Xing's header,
 * described by Gabriel Bouvigne, "MP3'Tech"). Null when that frame is none, or counts nothing.
 */
export function announcedLength(frame: Uint8Array): Milliseconds | null {
  const [sync = 0, kind = 0, rateByte = 0, modeByte = 0] = frame
  const version = (kind >> 3) & 3
  const isLayer3 = sync === 0xff && kind >= 0xe0 && ((kind >> 1) & 3) === 1 && version !== 1
  const rate = rates[(rateByte >> 2) & 3]
  if (!isLayer3 || !rate) return null
  const isFirst = version === 3
  const isMono = modeByte >> 6 === 3
  const at = 4 + (isFirst ? (isMono ? 17 : 32) : isMono ? 9 : 17)
  const view = new DataView(frame.buffer, frame.byteOffset, frame.byteLength)
  if (view.byteLength < at + 12) return null
  const name = String.fromCharCode(...frame.subarray(at, at + 4))
  if (!['Xing', 'Info'].includes(name) || (view.getUint32(at + 4) & 1) === 0) return null
  const sampleRateHz = isFirst ? rate : rate / (version === 2 ? 2 : 4)
  return (view.getUint32(at + 8) * (isFirst ? 1152 : 576) * 1000) / sampleRateHz
}
