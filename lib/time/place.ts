import { formatDuration, type Milliseconds } from './duration.ts'

const typed = /^(?:(?:(\d{1,2}):)?(\d{1,3}):)?(\d{1,5})(?:[.,](\d{1,3}))?$/

/** A place in a sound, to the hundredth of a second: `0:05,30`, `1:05:00,00`. */
export function formatPlace(at: Milliseconds): string {
  const hundredths = Math.max(0, Math.floor(at / 10))
  const whole = Math.floor(hundredths / 100)
  return `${formatDuration(whole * 1000)},${String(hundredths % 100).padStart(2, '0')}`
}

/** What a person typed as a place in a sound: `1:05,3`, `65.3`, `65`; null when it is none. */
export function parsePlace(text: string): Milliseconds | null {
  const [matched, hours = '0', minutes = '0', seconds = '0', part = ''] =
    typed.exec(text.normalize('NFKC').replace(/\s/g, '')) ?? []
  if (matched === undefined || (matched.includes(':') && Number(seconds) > 59)) return null
  const whole = (Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)
  return whole * 1000 + Number(part.padEnd(3, '0'))
}
