import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A folder for one test file's sounds, and the plain ffmpeg of this machine to make them with. */
export function soundFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'bobine-sound-'))
  const at = (name: string) => join(folder, name)
  const tool = process.env.FFMPEG_PATH || 'ffmpeg'
  return {
    folder,
    at,
    /** Runs ffmpeg with these arguments and the named output. */
    make: (name: string, ...args: string[]) => {
      execFileSync(tool, ['-v', 'error', '-y', ...args, `file:${at(name)}`])
      return at(name)
    },
    write: (name: string, content: string | Uint8Array) => {
      writeFileSync(at(name), content)
      return at(name)
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** Arguments for one synthetic input. */
export const synth = (source: string, seconds: number) => ['-f', 'lavfi', '-t', `${seconds}`, '-i', source]

/** Interleaved float samples as a WAV file: what a test computes goes in unrounded. */
export function floatWav(samples: Float32Array, channels: number, sampleRateHz = 48_000): Buffer {
  const head = Buffer.alloc(44)
  head.write('RIFF', 0)
  head.writeUInt32LE(36 + samples.byteLength, 4)
  head.write('WAVEfmt ', 8)
  head.writeUInt32LE(16, 16)
  head.writeUInt16LE(3, 20)
  head.writeUInt16LE(channels, 22)
  head.writeUInt32LE(sampleRateHz, 24)
  head.writeUInt32LE(sampleRateHz * channels * 4, 28)
  head.writeUInt16LE(channels * 4, 32)
  head.writeUInt16LE(32, 34)
  head.write('data', 36)
  head.writeUInt32LE(samples.byteLength, 40)
  return Buffer.concat([head, Buffer.from(samples.buffer, samples.byteOffset, samples.byteLength)])
}
