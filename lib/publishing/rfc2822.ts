/**
 * A date as feeds want it, for example "Fri, 13 Jun 2025 09:00:00 +0200": English names whatever the
 * machine speaks, the offset of `zone` (IANA) at that instant (epoch milliseconds).
 */
export function rfc2822(instant: number, zone: string): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    weekday: 'short',
    day: '2-digit',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'longOffset',
  }).formatToParts(instant)
  const part = (type: Intl.DateTimeFormatPartTypes) =>
    parts.find((candidate) => candidate.type === type)?.value ?? ''
  // British English writes "Sept"; the standard knows three letters only.
  const month = part('month').slice(0, 3)
  const offset = part('timeZoneName').replace('GMT', '').replace(':', '') || '+0000'
  const clock = `${part('hour')}:${part('minute')}:${part('second')}`
  return `${part('weekday')}, ${part('day')} ${month} ${part('year')} ${clock} ${offset}`
}
