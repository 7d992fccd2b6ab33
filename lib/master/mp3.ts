/** LAME multiplies all it is given by 0.95 (−0.445 dB); samples divided by this come out as they were. */
export const lameScale = 0.95

/** What undoes that, dB. */
export const lameGainDb = -20 * Math.log10(lameScale)

/** The podcast's bits a second: joint stereo, constant. */
export const podcastBitRate = 128_000

/**
 * Arguments for ffmpeg: frames that stand alone (no bit reservoir) and nothing else in the file. What is mono is
 * encoded at an eighth less, so that its frames fit into joint stereo ones (`asJointStereo`), and by LAME's quick
 * way (7): one channel has bits to spare there, and comes out with less noise than by the usual way in stereo.
 */
export function chunkMp3(isMono: boolean, bitRate: number): string[] {
  const rate = isMono ? monoRates.get(bitRate) : bitRate
  if (rate === undefined) throw new Error(`No mono rate goes into ${bitRate} bits a second`)
  const bare = ['-write_xing', '0', '-id3v2_version', '0', '-write_id3v1', '0', '-map_metadata', '-1']
  const shape = ['-ar', '48000', '-ac', isMono ? '1' : '2', '-reservoir', '0']
  const quick = isMono ? ['-compression_level', '7'] : []
  return ['-f', 'mp3', '-c:a', 'libmp3lame', '-b:a', `${rate}`, ...quick, ...shape, ...bare]
}

/** For each bit rate in stereo the highest one whose mono frames always fit. */
const monoRates = new Map([
  [64_000, 56_000],
  [128_000, 112_000],
  [256_000, 224_000],
])

/** What an independent meter finds in the finished file. */
export type MeterReading = { integratedLufs: number | null; truePeakDbtp: number | null; lraLu: number }
