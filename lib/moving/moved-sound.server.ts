import { decode, encode, FfmpegFailure } from '#lib/machine/ffmpeg.server.ts'
import { probe } from '#lib/machine/ffmpeg-probe.server.ts'
import type { FileStore } from '#lib/machine/files.server.ts'
import type { Outside } from '#lib/machine/outside.server.ts'
import { Refusal } from '#lib/machine/refusal.ts'
import { fingerprintOf } from '#lib/master/whole-file.server.ts'
import { fetchOutside } from './fetch-outside.server.ts'

const mostSoundBytes = 1 << 30
const mostSoundMs = 3_600_000
/** What stays free on the disk for everything else. */
const marginBytes = 500 << 20
/** What is shorter is no episode. */
const shortestMs = 1000

/** A sound on our disk, listened to from end to end. `isMade`: it was no MP3, and is one now. */
export type CheckedSound = {
  path: string
  sizeBytes: number
  sha256: string
  durationMs: number
  isMade: boolean
}

type Bringing = { files: FileStore; folder: string; outside: Outside; signal: AbortSignal }

/** Fetches the sound of an episode and makes sure that it is one. Refuses `fetch.…`, `sound.…` and `disk.full`. */
export async function bringSound(
  url: string,
  { files, folder, outside, signal }: Bringing,
): Promise<CheckedSound> {
  const free = (await files.freeBytes()) - marginBytes
  if (free <= 0) throw new Refusal('disk.full')
  const path = `${folder}/sound`
  const most = Math.min(mostSoundBytes, free)
  await fetchOutside(url, path, { outside, signal, mostBytes: most, mostMs: mostSoundMs })
  const { codec, container } = await probe(path, signal)
  const isMp3 = codec === 'mp3' && container === 'mp3'
  const kept = isMp3 ? path : await madeMp3(path, folder, signal)
  const durationMs = await playedMs(kept, signal)
  if (durationMs < shortestMs) throw new Refusal('sound.empty')
  return { path: kept, ...(await fingerprintOf(kept)), durationMs, isMade: !isMp3 }
}

async function madeMp3(path: string, folder: string, signal: AbortSignal): Promise<string> {
  const out = `${folder}/sound.mp3`
  const options = ['-f', 'mp3', '-c:a', 'libmp3lame', '-b:a', '128k', '-ac', '2', '-ar', '48000']
  await encode({ path }, [{ path: out, options }], { signal }).catch(refuseDamaged)
  return out
}

/** How long it plays when every frame of it is decoded. */
async function playedMs(path: string, signal: AbortSignal): Promise<number> {
  const sampleRateHz = 8000
  let samples = 0
  try {
    for await (const block of decode(path, { sampleRateHz, channels: 1, signal })) samples += block.length
  } catch (error) {
    refuseDamaged(error)
  }
  return Math.round((samples * 1000) / sampleRateHz)
}

function refuseDamaged(error: unknown): never {
  if (error instanceof FfmpegFailure) throw new Refusal('sound.damaged', {}, { cause: error })
  throw error
}
