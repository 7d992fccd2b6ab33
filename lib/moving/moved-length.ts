const iso = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?$/i
const marks = /^(?:(?:(\d{1,3}):)?(\d{1,3}):)?(\d{1,6}(?:[.,]\d+)?)$/

/** A length or a place in a sound as feeds write it, in ms: seconds, mm:ss, hh:mm:ss.mmm, PT1H2M3S. Null for none. */
export function parseMovedLength(text: string): number | null {
  const line = text.trim()
  const [, hours, minutes, seconds] = marks.exec(line) ?? (line.length > 2 ? iso.exec(line) : null) ?? []
  if (hours === undefined && minutes === undefined && seconds === undefined) return null
  const whole = Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60
  return Math.round((whole + Number((seconds ?? '0').replace(',', '.'))) * 1000)
}
