import type WaveSurfer from 'wavesurfer.js'
import type RegionsPlugin from 'wavesurfer.js/plugins/regions'
import type { Region } from 'wavesurfer.js/plugins/regions'
import type { Part } from '#lib/sound/edit.ts'
import { decodeWaveform } from '#lib/sound/waveform.ts'

type Regions = ReturnType<typeof RegionsPlugin.create>

export type Drawing = {
  /** Shows these stretches as kept. */
  show: (parts: readonly Part[]) => void
  /** Pixels a second; 0 shows the whole sound. */
  zoom: (pixelsPerSecond: number) => void
  /** Takes its colour from the text around it again. */
  recolour: () => void
  /** What scrolls, for the keyboard and for screen readers. */
  scroller: HTMLElement | null
  remove: () => void
}

type Source = {
  container: HTMLElement
  media: HTMLAudioElement
  shape: Int8Array
  durationMs: number
  onSeek: (atMs: number) => void
  onPart: (index: number, part: Part) => void
}

/**
 * Draws a sound from our own measures and follows its audio element: nothing is decoded in the browser.
 * The library comes only when somebody opens such a page.
 */
export async function drawWave({
  container,
  media,
  shape,
  durationMs,
  onSeek,
  onPart,
}: Source): Promise<Drawing> {
  const [{ default: Surfer }, { default: Stretches }] = await Promise.all([
    import('wavesurfer.js'),
    import('wavesurfer.js/plugins/regions'),
  ])
  const regions = Stretches.create()
  const surfer: WaveSurfer = Surfer.create({
    container,
    media,
    peaks: sides(shape),
    duration: durationMs / 1000,
    height: 128,
    normalize: true,
    ...colours(container),
    cursorColor: 'var(--brick)',
    cursorWidth: 3,
    dragToSeek: true,
    plugins: [regions],
    ...nonce(),
  })
  surfer.on('interaction', (seconds) => onSeek(Math.round(seconds * 1000)))
  regions.on('region-updated', ({ id, start, end }: Region) =>
    onPart(Number(id), { startMs: Math.round(start * 1000), endMs: Math.round(end * 1000) }),
  )
  if (surfer.getDuration() === 0 || !surfer.getDecodedData())
    await new Promise((drawn) => surfer.once('ready', drawn))
  return {
    show: (parts) => showParts(regions, parts),
    zoom: (pixelsPerSecond) => surfer.zoom(pixelsPerSecond),
    recolour: () => surfer.setOptions(colours(container)),
    scroller: surfer.getWrapper().parentElement,
    remove: () => surfer.destroy(),
  }
}

function showParts(regions: Regions, parts: readonly Part[]) {
  regions.clearRegions()
  parts.forEach(({ startMs, endMs }, index) => {
    regions.addRegion({
      id: String(index),
      start: startMs / 1000,
      end: endMs / 1000,
      drag: false,
      minLength: 0.1,
      color: 'var(--kept)',
    })
  })
}

/** The upper and the lower edge of the drawing. */
function sides(shape: Int8Array): Float32Array[] {
  const pairs = decodeWaveform(shape)
  const count = pairs.length >> 1
  const upper = Float32Array.from({ length: count }, (_, i) => pairs[2 * i + 1] ?? 0)
  const lower = Float32Array.from({ length: count }, (_, i) => pairs[2 * i] ?? 0)
  return [upper, lower]
}

/** A canvas knows no custom properties: it takes the colour of the text as computed here. */
function colours(container: HTMLElement) {
  const { color } = getComputedStyle(container)
  return { waveColor: color, progressColor: color }
}

/** The content security policy lets only its own style elements in. */
function nonce() {
  const known = document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce
  return known ? { cspNonce: known } : {}
}
