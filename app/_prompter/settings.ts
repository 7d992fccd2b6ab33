/** How somebody likes to read from a screen; kept on the device. */
export type PromptSettings = {
  /** Height of the letters in pixels; null = as large as the screen suggests. */
  sizePx: number | null
  /** Turned left to right, for the glass of a prompter. */
  isMirrored: boolean
  look: (typeof looks)[number]
  margin: (typeof margins)[number]
  /** Against the reader's own pace, in percent. */
  pacePercent: number
  /** Whether the text goes where the show is. */
  followsAir: boolean
}

export const looks = ['dark', 'light', 'contrast'] as const
export const margins = ['narrow', 'medium', 'wide'] as const
export const sizes = { smallest: 32, largest: 96, step: 4 } as const
export const paces = { slowest: 50, fastest: 200, step: 5 } as const

export const plainSettings: PromptSettings = {
  sizePx: null,
  isMirrored: false,
  look: 'dark',
  margin: 'medium',
  pacePercent: 100,
  followsAir: true,
}

/** Reads what the device kept. What is missing, unknown or out of bounds is the plain choice. */
export function parseSettings(kept: string | null): PromptSettings {
  const raw = jsonOf(kept)
  return {
    sizePx: numberWithin(raw.sizePx, sizes.smallest, sizes.largest),
    isMirrored: raw.isMirrored === true,
    look: looks.find((one) => one === raw.look) ?? plainSettings.look,
    margin: margins.find((one) => one === raw.margin) ?? plainSettings.margin,
    pacePercent: numberWithin(raw.pacePercent, paces.slowest, paces.fastest) ?? plainSettings.pacePercent,
    followsAir: raw.followsAir !== false,
  }
}

/** `value` moved by `steps` of what there is to choose from, and held within it. */
export function stepped(
  value: number,
  steps: number,
  [least, most, step]: readonly [number, number, number],
): number {
  return Math.min(most, Math.max(least, value + steps * step))
}

function jsonOf(kept: string | null): Record<string, unknown> {
  try {
    const raw: unknown = JSON.parse(kept ?? '{}')
    return typeof raw === 'object' && raw !== null ? { ...raw } : {}
  } catch {
    return {}
  }
}

function numberWithin(value: unknown, least: number, most: number): number | null {
  return typeof value === 'number' && value >= least && value <= most ? value : null
}
