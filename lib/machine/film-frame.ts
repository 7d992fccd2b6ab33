/** A picture as encoders want it: brightness for each pixel, colours for each square of four. */
export type Planes = { width: number; height: number; y: Uint8Array; u: Uint8Array; v: Uint8Array }

/**
 * RGB (three bytes a pixel) in the colours of high definition (ITU-R BT.709, 16–235). Width and height are even.
 */
export function planesOf(rgb: Uint8Array, width: number, height: number): Planes {
  const planes = emptyPlanes(width, height)
  const half = width / 2
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const at = row * width + column
      const [r, g, b] = [rgb[at * 3] ?? 0, rgb[at * 3 + 1] ?? 0, rgb[at * 3 + 2] ?? 0]
      planes.y[at] = 16 + 0.1826 * r + 0.6142 * g + 0.062 * b + 0.5
      // One pixel of each square stands for its colour.
      if (row % 2 || column % 2) continue
      const square = (row / 2) * half + column / 2
      planes.u[square] = 128 - 0.1006 * r - 0.3386 * g + 0.4392 * b + 0.5
      planes.v[square] = 128 + 0.4392 * r - 0.3989 * g - 0.0403 * b + 0.5
    }
  }
  return planes
}

/** A black picture. */
export function emptyPlanes(width: number, height: number): Planes {
  const squares = (width / 2) * (height / 2)
  const [y, u, v] = [new Uint8Array(width * height), new Uint8Array(squares), new Uint8Array(squares)]
  return { width, height, y, u: u.fill(128), v: v.fill(128) }
}

/** Copies `rows` rows of `from`, starting at its `fromRow`, to `toRow`: all even, the columns between `columns` too. */
export function copyArea(
  from: Planes,
  to: Planes,
  area: { fromRow: number; toRow: number; rows: number; columns: readonly [number, number] },
): void {
  const { fromRow, toRow, rows, columns } = area
  const [left, right] = columns
  const copy = (a: Uint8Array, b: Uint8Array, share: number) => {
    const width = from.width / share
    for (let row = 0; row < rows / share; row++) {
      const source = (fromRow / share + row) * width
      b.set(
        a.subarray(source + left / share, source + right / share),
        (toRow / share + row) * width + left / share,
      )
    }
  }
  copy(from.y, to.y, 1)
  copy(from.u, to.u, 2)
  copy(from.v, to.v, 2)
}

/** The planes one after the other, as bytes of their own. */
export function frameBytes({ y, u, v }: Planes): Buffer {
  return Buffer.concat([y, u, v])
}
