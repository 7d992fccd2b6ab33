import { z } from 'zod'
import { decode, encode } from '#lib/machine/ffmpeg.server.ts'
import { factorOf } from '#lib/sound/loudness.ts'
import { SoundMeter } from '#lib/sound/meter.ts'
import { type Cache, findKept, type Kept, makeKept } from './cache.server.ts'
import { LayerShaper } from './layer.ts'
import { Limiter } from './limiter.ts'
import { type Layer, type Mixdown, type Mixed, mixKey } from './mixdown.ts'

const sampleRateHz = 48_000
/** Mixed in blocks of this many frames: 100 ms. */
const blockFrames = 4800

const facts = z.object({ truePeakDbtp: z.number(), subBlocks: z.array(z.number()) })
const readFacts = (stored: unknown) => facts.safeParse(stored).data ?? null

type Making = { signal?: AbortSignal | undefined; onProgress?: ((share: number) => void) | undefined }

/** Finds a mixdown that was made before; null when it must be made. */
export async function findMixed(cache: Cache, mixdown: Mixdown): Promise<Mixed | null> {
  const kept = await findKept(cache, mixKey(mixdown), '.flac', readFacts)
  return kept && mixedOf(kept)
}

/** Mixes, limits and measures in one pass, to a FLAC that masters are cut from. Made before, it is only found. */
export async function makeMixed(cache: Cache, mixdown: Mixdown, making: Making = {}): Promise<Mixed> {
  const kept = await makeKept(
    cache,
    { key: mixKey(mixdown), ending: '.flac', read: readFacts },
    async (path) => {
      const { channels } = mixdown
      const meter = new SoundMeter(channels)
      const pcm = measured(limited(mixdown, making), meter)
      const options = ['-f', 'flac', '-c:a', 'flac', '-compression_level', '2', '-sample_fmt', 's16']
      await encode({ pcm, sampleRateHz, channels }, [{ path, options }], { signal: making.signal })
      const { truePeakDbtp, subBlocks } = meter.finish()
      return { truePeakDbtp: truePeakDbtp ?? -70, subBlocks: [...subBlocks] }
    },
  )
  return mixedOf(kept)
}

function mixedOf({ id, path, facts: { truePeakDbtp, subBlocks } }: Kept<z.output<typeof facts>>): Mixed {
  return { id, file: path, truePeakDbtp, subBlocks: Float32Array.from(subBlocks) }
}

async function* measured(
  blocks: AsyncIterable<Float32Array>,
  meter: SoundMeter,
): AsyncGenerator<Float32Array> {
  for await (const block of blocks) {
    meter.push(block)
    yield block
  }
}

async function* limited(mixdown: Mixdown, { signal, onProgress }: Making): AsyncGenerator<Float32Array> {
  const limiter = new Limiter(mixdown.channels, factorOf(mixdown.ceilingDbtp))
  const total = mixdown.durationMs * 48
  let frames = 0
  for await (const block of summed(mixdown, signal)) {
    frames += block.length / mixdown.channels
    yield limiter.push(block)
    onProgress?.(frames / total)
  }
  yield limiter.finish()
}

/** The layers added up, block by block, to exactly the mixdown's length. */
async function* summed(
  { layers, durationMs, channels }: Mixdown,
  signal?: AbortSignal,
): AsyncGenerator<Float32Array> {
  const total = durationMs * 48
  const voices = layers.map((layer) => new Voice(layer, channels, signal))
  try {
    for (let from = 0; from < total; from += blockFrames) {
      const block = new Float32Array(Math.min(blockFrames, total - from) * channels)
      for (const voice of voices) await voice.addTo(block, from)
      yield block
    }
  } finally {
    for (const voice of voices) await voice.close()
  }
}

/** One layer as it plays: decoded when its time comes, and given up when it is over. */
class Voice {
  private readonly shaper: LayerShaper
  private readonly startFrame: number
  private readonly channels: number
  private readonly open: () => AsyncGenerator<Float32Array>
  private source: AsyncGenerator<Float32Array> | null = null
  private rest = new Float32Array(0)

  constructor(layer: Layer, channels: 1 | 2, signal?: AbortSignal) {
    const { sound, startMs, endMs } = layer
    this.shaper = new LayerShaper(layer, channels)
    this.startFrame = layer.atMs * 48
    this.channels = channels
    const span = {
      startMs,
      durationMs: endMs - startMs + 100,
      sampleRateHz,
      channels: sound.channels,
      signal,
    }
    this.open = () => decode(sound.file, span)
  }

  /** Adds what of this layer falls into `block`, which begins at `from`. Frames. */
  async addTo(block: Float32Array, from: number): Promise<void> {
    const { channels } = this
    const first = Math.max(0, this.startFrame - from)
    for (
      let at = first * channels;
      at < block.length && !(this.rest.length === 0 && this.shaper.missing === 0);
    ) {
      if (this.rest.length === 0) this.rest = await this.next()
      const count = Math.min(this.rest.length, block.length - at)
      for (let i = 0; i < count; i++) block[at + i] = (block[at + i] ?? 0) + (this.rest[i] ?? 0)
      this.rest = this.rest.subarray(count)
      at += count
    }
  }

  private async next(): Promise<Float32Array<ArrayBuffer>> {
    this.source ??= this.open()
    const { value, done } = await this.source.next()
    if (!done) return this.shaper.shape(value)
    if (this.shaper.missing > 4800)
      throw new Error(`A sound is ${this.shaper.missing} frames shorter than it was measured`)
    return this.shaper.silence()
  }

  async close(): Promise<void> {
    await this.source?.return(undefined)
  }
}
