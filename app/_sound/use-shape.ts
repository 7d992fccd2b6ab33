import { useEffect, useState } from 'react'

/** The drawing of a sound: pairs of lowest and highest sample per 10 ms. `null` while it comes. */
export type Shape = Int8Array | 'missing' | null

/** Brings the stored drawing: a page that carried it would weigh a megabyte an hour of sound. */
export function useShape(src: string): Shape {
  const [shape, setShape] = useState<Shape>(null)
  useEffect(() => {
    const left = new AbortController()
    bring(src, left.signal).then(setShape, () => left.signal.aborted || setShape('missing'))
    return () => left.abort()
  }, [src])
  return shape
}

async function bring(src: string, signal: AbortSignal): Promise<Int8Array> {
  const answer = await fetch(src, { signal })
  if (!answer.ok) throw new Error(`${answer.status} from ${src}`)
  return new Int8Array(await answer.arrayBuffer())
}
