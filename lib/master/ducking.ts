/** Somebody speaks where the sound is at most this far below its loudness, LU. */
const speechGateLu = 12
/** A bed makes room this long before the voice and comes back this long after it, in sub-blocks of 100 ms. */
const before = 3
const after = 8
/** How much louder a bed is where nobody speaks, dB, and how fast it goes there, dB in 100 ms. */
const openDb = 8
const stepDb = 2

/**
 * How a bed moves under a voice: dB above its place under speech, one value for each 100 ms of the voice.
 * `lufs` is the voice's own loudness; energies are its sub-blocks.
 */
export function duckingOf(voice: ArrayLike<number>, lufs: number): number[] {
  const gate = 10 ** ((lufs + 0.691 - speechGateLu) / 10)
  const speaks = Array.from({ length: voice.length }, (_, i) => (voice[i] ?? 0) > gate)
  const wished = speaks.map((_, i) =>
    speaks.slice(Math.max(0, i - after), i + before + 1).includes(true) ? 0 : openDb,
  )
  const rising = glide(wished)
  return glide(rising.toReversed())
    .toReversed()
    .map((db) => Math.round(db * 10) / 10)
}

/** Never rises faster than `stepDb`; falling is for the other direction. */
function glide(wished: readonly number[]): number[] {
  let at = wished[0] ?? 0
  return wished.map((db) => {
    at = Math.min(db, at + stepDb)
    return at
  })
}
