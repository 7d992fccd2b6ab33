/** Speeds of the voice, 1 = its own. */
export const rates = [
  { value: 0.75, words: 'Lente' },
  { value: 1, words: 'Normale' },
  { value: 1.25, words: 'Rapide' },
]

const PLACE = 'bobine.voix'

/** The speed that was chosen on this device. */
export function keptRate(): number {
  try {
    const kept = Number(localStorage.getItem(PLACE))
    return rates.some(({ value }) => value === kept) ? kept : 1
  } catch {
    // A browser that keeps nothing.
    return 1
  }
}

/** Keeps it on this device, where the device keeps anything. */
export function keepRate(rate: number): boolean {
  try {
    localStorage.setItem(PLACE, String(rate))
    return true
  } catch {
    return false
  }
}
