import { randomUUID } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { probe } from '#lib/machine/ffmpeg-probe.server.ts'
import { type FileStore, theFiles } from '#lib/machine/files.server.ts'
import { Refusal } from '#lib/machine/refusal.ts'
import { measureSound } from '#lib/sound/measure.server.ts'
import { isSilent } from '#lib/sound/measurement.ts'
import { type ProofKind, pictureFormat, proofLimits, soundEnding } from './proof.ts'

/** The shelf of the file store on which proofs lie. */
export const PROOF_SHELF = 'accords/'

/**
 * Keeps what was signed, photographed or said, and answers its key; null for a tap, which leaves nothing. A picture is
 * drawn anew, so that nothing but pixels is kept of it; a recording is kept as it came, once it could be heard whole.
 * Refuses `proof.missing`, `proof.too-big`, `proof.no-picture`, `proof.too-long`, and `sound.…` for what is no sound.
 */
export async function keepProof(
  kind: ProofKind,
  bytes: Uint8Array | null,
  files = theFiles(),
): Promise<string | null> {
  if (kind === 'tap') return null
  if (!bytes || bytes.length === 0) throw new Refusal('proof.missing')
  if (bytes.length > proofLimits.bytes) throw new Refusal('proof.too-big')
  if (kind === 'spoken') return await keepSpoken(bytes, files)
  const drawn = kind === 'signature' ? await drawnAgain(bytes, 'png') : await drawnAgain(bytes, 'jpg')
  return await kept(files, kind === 'signature' ? 'png' : 'jpg', (path) => writeFile(path, drawn))
}

/** Without place, time and maker of the telephone, and without whatever hid behind the pixels. */
async function drawnAgain(bytes: Uint8Array, as: 'png' | 'jpg'): Promise<Buffer> {
  if (pictureFormat(bytes) === null) throw new Refusal('proof.no-picture')
  const { pictureSide: side } = proofLimits
  try {
    const picture = sharp(bytes, { limitInputPixels: 60_000_000, failOn: 'error' })
      .rotate()
      .resize(side, side, { fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
    return await (as === 'png' ? picture.png() : picture.jpeg({ quality: 78 })).toBuffer()
  } catch (cause) {
    throw new Refusal('proof.no-picture', {}, { cause })
  }
}

async function keepSpoken(bytes: Uint8Array, files: FileStore): Promise<string> {
  const work = `proof-${randomUUID()}`
  const path = join(await files.workFolder(work), 'said')
  try {
    await writeFile(path, bytes, { mode: 0o600 })
    const ending = soundEnding((await probe(path)).container)
    if (ending === null) throw new Refusal('sound.not-audio')
    const measured = await measureSound(path, { channels: 1 })
    if (isSilent(measured)) throw new Refusal('sound.silent')
    if (measured.durationMs > proofLimits.spokenMs) throw new Refusal('proof.too-long')
    return await kept(files, ending, (target) => writeFile(target, bytes))
  } finally {
    await files.dropWork(work)
  }
}

/** A proof has a name of its own even when another has the same bytes: who may read the one may not read the other. */
async function kept(files: FileStore, ending: string, write: (path: string) => Promise<void>) {
  const work = `proof-${randomUUID()}`
  const path = join(await files.workFolder(work), 'proof')
  const key = `${PROOF_SHELF}${randomUUID()}.${ending}`
  try {
    await write(path)
    await files.put(key, path)
    return key
  } finally {
    await files.dropWork(work)
  }
}
