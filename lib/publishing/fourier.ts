/**
 * The power spectrum of real frames: radix-2 FFT (Cooley and Tukey, 1965), with its tables made once. `size` is a
 * power of two. The function returned writes |X(k)|², k = 0 … size/2, of a frame of `size` samples.
 */
export function powerSpectrum(size: number): (frame: Float32Array, power: Float32Array) => void {
  if (size < 2 || (size & (size - 1)) !== 0) throw new Error(`${size} is no power of two`)
  const cos = Float32Array.from({ length: size / 2 }, (_, k) => Math.cos((2 * Math.PI * k) / size))
  const sin = Float32Array.from({ length: size / 2 }, (_, k) => -Math.sin((2 * Math.PI * k) / size))
  const mirrored = Uint32Array.from({ length: size }, (_, at) => mirroredBits(at, Math.log2(size)))
  const re = new Float32Array(size)
  const im = new Float32Array(size)
  return (frame, power) => {
    for (let at = 0; at < size; at += 1) re[at] = frame[mirrored[at] ?? 0] ?? 0
    im.fill(0)
    for (let half = 1; half < size; half *= 2) butterflies(re, im, cos, sin, half)
    for (let k = 0; k <= size / 2; k += 1) power[k] = (re[k] ?? 0) ** 2 + (im[k] ?? 0) ** 2
  }
}

function butterflies(re: Float32Array, im: Float32Array, cos: Float32Array, sin: Float32Array, half: number) {
  const size = re.length
  const stride = size / (2 * half)
  for (let from = 0; from < size; from += 2 * half) {
    for (let k = 0; k < half; k += 1) {
      const low = from + k
      const high = low + half
      const [c, s] = [cos[k * stride] ?? 0, sin[k * stride] ?? 0]
      const [highRe, highIm] = [re[high] ?? 0, im[high] ?? 0]
      const [turnedRe, turnedIm] = [highRe * c - highIm * s, highRe * s + highIm * c]
      const [lowRe, lowIm] = [re[low] ?? 0, im[low] ?? 0]
      re[low] = lowRe + turnedRe
      im[low] = lowIm + turnedIm
      re[high] = lowRe - turnedRe
      im[high] = lowIm - turnedIm
    }
  }
}

function mirroredBits(value: number, bits: number): number {
  let mirrored = 0
  for (let bit = 0; bit < bits; bit += 1) mirrored |= ((value >> bit) & 1) << (bits - 1 - bit)
  return mirrored
}
