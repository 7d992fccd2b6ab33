import { ffmpegOn, type Run, runFfmpeg } from '#lib/machine/ffmpeg.server.ts'
import type { MeterReading } from './mp3.ts'

const watched = ['I', 'LRA', 'true_peak'].map((key) => `ametadata=mode=print:key=lavfi.r128.${key}`)

/** Decodes a finished file and measures it with ffmpeg's own meter, which shares no line with ours. */
export async function readMeter(path: string, run: Run = {}): Promise<MeterReading> {
  const filters = ['ebur128=peak=true:framelog=verbose:metadata=1', ...watched].join(',')
  const command = ffmpegOn(path, { loud: true })
    .audioFilters(filters)
    .outputOptions(['-map', '0:a:0', '-f', 'null'])
    .output('-')
  const printed = await runFfmpeg(command, () => command.run(), run)
  const last = (key: string) => Number(printed.split(`lavfi.r128.${key}=`).at(-1)?.split('\n')[0])
  const integrated = last('I')
  // The last part of 100 ms is only in the summary, which rounds to a tenth.
  const summed = Number(/Peak:\s+(-?[\d.]+) dBFS/.exec(printed)?.[1] ?? Number.NEGATIVE_INFINITY)
  const peak = Math.max(20 * Math.log10(last('true_peak')), summed - 0.05)
  return {
    integratedLufs: integrated > -70 ? integrated : null,
    truePeakDbtp: Number.isFinite(peak) ? peak : null,
    lraLu: last('LRA') || 0,
  }
}
