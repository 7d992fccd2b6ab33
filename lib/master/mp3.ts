/** LAME multiplies all it is given by 0.95 (−0.445 dB); samples divided by this come out as they were. */
export const lameScale = 0.95

/** Arguments for ffmpeg: constant 128 kb/s in stereo, 96 in mono, one Xing header, no tags of its own. */
export function podcastMp3(channels: 1 | 2): string[] {
  const rate = channels === 1 ? '96k' : '128k'
  const bare = ['-write_xing', '1', '-id3v2_version', '0', '-write_id3v1', '0']
  return ['-f', 'mp3', '-c:a', 'libmp3lame', '-b:a', rate, '-ar', '48000', '-ac', `${channels}`, ...bare]
}

/** What one render is made with: `trimDb` on every cut, and the limiter's ceiling. */
export type RenderSettings = { trimDb: number; ceilingDbtp: number }

/** What an independent meter finds in the finished file. */
export type MeterReading = { integratedLufs: number | null; truePeakDbtp: number | null; lraLu: number }

/**
 * Null when a file is good: within 0.1 LU of `aimLufs` and not above `mostDbtp` once decoded. Otherwise what
 * the next round must be made with, its levels planned again under the new ceiling.
 */
export function nextRound(
  made: RenderSettings,
  found: MeterReading,
  { aimLufs, mostDbtp }: { aimLufs: number | null; mostDbtp: number },
): RenderSettings | null {
  const missing = aimLufs === null || found.integratedLufs === null ? 0 : aimLufs - found.integratedLufs
  const excess = (found.truePeakDbtp ?? mostDbtp) - mostDbtp
  if (Math.abs(missing) <= 0.1 && excess <= 0) return null
  return {
    // Limiting eats a part of what is added.
    trimDb: made.trimDb + missing * (missing > 0 ? 1.15 : 1),
    // The encoder answers every change with other peaks: some room saves a third round.
    ceilingDbtp: made.ceilingDbtp - (excess > 0 ? excess + 0.25 : 0),
  }
}
