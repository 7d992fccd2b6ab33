import type { ConsentProof } from '#lib/db/schema.ts'

/** How a person can answer on a device; all but a tap leave a file. */
export const proofKinds = ['tap', 'signature', 'photo', 'spoken'] as const satisfies readonly ConsentProof[]
export type ProofKind = (typeof proofKinds)[number]

/** What a proof may be at most. `pictureSide` is what a picture is shrunk to, pixels. */
export const proofLimits = { bytes: 2_000_000, pictureSide: 1600, spokenMs: 120_000 } as const

/** The media type of a kept proof by its ending, as we chose it ourselves. */
export const proofTypes: Record<string, string> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  webm: 'audio/webm',
  m4a: 'audio/mp4',
  ogg: 'audio/ogg',
  mp3: 'audio/mpeg',
  wav: 'audio/wav',
}

/** The ending of a sound by what ffprobe calls its container; null for one that no browser plays. */
export function soundEnding(container: string): string | null {
  const names = container.split(',')
  return ['webm', 'm4a', 'ogg', 'mp3', 'wav'].find((name) => names.includes(name)) ?? null
}

const heads: readonly ['png' | 'jpeg', readonly number[]][] = [
  ['png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['jpeg', [0xff, 0xd8, 0xff]],
]

/** What a picture is by its first bytes, whatever it is called: only what telephones and our own canvas write. */
export function pictureFormat(bytes: Uint8Array): 'png' | 'jpeg' | 'webp' | null {
  const text = (from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to))
  if (text(0, 4) === 'RIFF' && text(8, 12) === 'WEBP') return 'webp'
  return heads.find(([, head]) => head.every((byte, at) => bytes[at] === byte))?.[0] ?? null
}
