import { execFile } from 'node:child_process'
import { join, resolve } from 'node:path'
import { FfmpegFailure, formats, type Run } from '#lib/machine/ffmpeg.server.ts'
import { energyOf, gatedLufs, gatedRangeLu } from '#lib/sound/loudness.ts'
import type { MeterReading } from './mp3.ts'

/** What ffmpeg's own meter, which shares no line with ours, says of a decoded file each 100 ms. */
export type MeterLog = {
  /** Loudness of the last 400 ms and of the last 3 s as energies, from the first full window on. */
  momentary: number[]
  shortTerm: number[]
  truePeakDbtp: number | null
}

// One printer alone: several would write into each other's lines. What is not wanted is taken out before.
const unwanted = ['I', 'LRA', 'LRA.low', 'LRA.high'].map(
  (key) => `ametadata=mode=delete:key=lavfi.r128.${key}`,
)
const filtersWith = (meter: string) =>
  [`ebur128=${meter}framelog=verbose:metadata=1`, ...unwanted, 'ametadata=mode=print:file=-'].join(',')
const [loudnessAndPeak, loudness] = [filtersWith('peak=true:'), filtersWith('')]
const ffmpeg = join(import.meta.dirname, '..', 'machine', 'sandbox', 'ffmpeg')

type Metering = Run & {
  coding?: 's16le' | 's24le'
  /** Half of the time goes into the peak. */
  withPeak?: boolean
}

/** Decodes a finished file (`coding`: bare PCM of ours, stereo at 48 kHz) and keeps what ffmpeg's meter says on the way. */
export async function readMeterLog(
  path: string,
  { signal, limitMs = 3_600_000, coding, withPeak = true }: Metering = {},
): Promise<MeterLog> {
  const shape = coding ? ['-f', coding, '-ar', '48000', '-ac', '2'] : []
  const guard = ['-protocol_whitelist', 'file,pipe', '-format_whitelist', coding ?? formats, ...shape]
  const asked = ['-hide_banner', '-nostdin', '-v', 'error', ...guard, '-i', `file:${resolve(path)}`]
  const args = [...asked, '-map', '0:a:0', '-af', withPeak ? loudnessAndPeak : loudness, '-f', 'null', '-']
  const bounds = { signal, timeout: limitMs, killSignal: 'SIGKILL', maxBuffer: 256 << 20 } as const
  const printed = await new Promise<string>((done, fail) => {
    execFile(ffmpeg, args, bounds, (error, out, errors) =>
      error ? fail(signal?.aborted ? signal.reason : new FfmpegFailure('ebur128', error, errors)) : done(out),
    )
  })
  return logOf(printed)
}

/** The whole file in three figures. */
export async function readMeter(path: string, run: Run = {}): Promise<MeterReading> {
  return readingOf([await readMeterLog(path, run)])
}

/** The logs of stretches played one after the other, as one: only the windows across their joins are left out. */
export function readingOf(logs: readonly MeterLog[]): MeterReading {
  const peaks = logs.flatMap(({ truePeakDbtp }) => truePeakDbtp ?? [])
  return {
    integratedLufs: gatedLufs(Float64Array.from(logs.flatMap(({ momentary }) => momentary))),
    truePeakDbtp: peaks.length > 0 ? Math.max(...peaks) : null,
    lraLu: gatedRangeLu(Float64Array.from(logs.flatMap(({ shortTerm }) => shortTerm))),
  }
}

/** Of silence the meter says `-inf` or `nan`. */
function energyFrom(printed = ''): number {
  const lufs = Number(printed)
  return Number.isFinite(lufs) ? energyOf(lufs) : 0
}

function logOf(printed: string): MeterLog {
  const momentary: number[] = []
  const shortTerm: number[] = []
  let peak = 0
  for (const line of printed.split('\n')) {
    const [name, value] = line.split('=')
    if (name === 'lavfi.r128.M') momentary.push(energyFrom(value))
    else if (name === 'lavfi.r128.S') shortTerm.push(energyFrom(value))
    else if (name?.startsWith('lavfi.r128.true_peak')) peak = Math.max(peak, Number(value))
  }
  // Before its window is full the meter counts what is missing as silence.
  return {
    momentary: momentary.slice(3),
    shortTerm: shortTerm.slice(29),
    truePeakDbtp: peak > 0 ? 20 * Math.log10(peak) : null,
  }
}
