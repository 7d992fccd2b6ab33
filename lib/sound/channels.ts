/** Over a whole recording: energy of each channel, and what left and right have in common. */
export type ChannelSums = { energies: readonly number[]; leftTimesRight: number }

/**
 * What the channels amount to. `left` and `right`: the other side is 26 dB lower over the whole sound.
 * `antiphase`: one side is upside down, and would vanish on a mono radio. `dual`: both sides are the same.
 */
export type ChannelShape = 'mono' | 'stereo' | 'left' | 'right' | 'antiphase' | 'dual' | 'surround'

export function channelShape({ energies, leftTimesRight }: ChannelSums): ChannelShape {
  if (energies.length === 1) return 'mono'
  if (energies.length > 2) return 'surround'
  const [left = 0, right = 0] = energies
  if (left + right === 0) return 'dual'
  if (left > 400 * right) return 'left'
  if (right > 400 * left) return 'right'
  if (left + right - 2 * leftTimesRight < 1e-5 * (left + right)) return 'dual'
  return leftTimesRight < -0.8 * Math.sqrt(left * right) ? 'antiphase' : 'stereo'
}

/** How ffmpeg makes one channel of a shape that needs no two, or null when it stays as it is. */
export function foldingFilter(shape: ChannelShape): string | null {
  if (shape === 'left' || shape === 'dual') return 'pan=mono|c0=c0'
  if (shape === 'right') return 'pan=mono|c0=c1'
  return shape === 'antiphase' ? 'pan=mono|c0=0.5*c0-0.5*c1' : null
}

/** BS.1770-5 weights in ffmpeg's channel order: surrounds +1.5 dB, the low-frequency channel not at all. */
export function channelWeights(channels: number): readonly number[] {
  const weights: Record<number, readonly number[]> = {
    5: [1, 1, 1, 1.41, 1.41],
    6: [1, 1, 1, 0, 1.41, 1.41],
    7: [1, 1, 1, 0, 1.41, 1.41, 1.41],
    8: [1, 1, 1, 0, 1.41, 1.41, 1.41, 1.41],
  }
  return weights[channels] ?? Array.from({ length: channels }, () => 1)
}
