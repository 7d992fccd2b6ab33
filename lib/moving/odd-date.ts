const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
/** French names of months by their first letters, without accents; the others begin as in English. */
const french: Record<string, number> = { fev: 1, avr: 3, mai: 4, juin: 5, juil: 6, aou: 7 }

/** Named zones that feeds still use, minutes east of Greenwich. */
const zones: Record<string, number> = {
  ...{ z: 0, ut: 0, utc: 0, gmt: 0, wet: 0, west: 60, bst: 60, cet: 60, cest: 120, eet: 120, eest: 180 },
  ...{ est: -300, edt: -240, cst: -360, cdt: -300, mst: -420, mdt: -360, pst: -480, pdt: -420 },
}

const mail =
  /^(?:\p{L}+\.?,?\s+)?(\d{1,2})(?:er)?[\s-]+(\p{L}+)\.?[\s-]+(\d{4}|\d{2})(?:[,\s]+(?:à\s+)?(.+))?$/u
const american = /^(?:\p{L}+\.?,?\s+)?(\p{L}+)\.?\s+(\d{1,2}),?\s+(\d{4})(?:,?\s+(.+))?$/u
const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T\s]+(.+))?$/i
const slashed = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})(?:[,\s]+(.+))?$/
const clock = /^(\d{1,2})[:h](\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*([ap])?\.?m?\.?\s*(.*)$/i

/**
 * The instant (epoch milliseconds) of a date as feeds write it: RFC 2822 in English or French, ISO 8601, day/month/year,
 * "June 13, 2025", seconds since 1970. The weekday is not believed; without a zone it is Greenwich. Null for what is none.
 */
export function parseOddDate(text: string): number | null {
  const line = text.trim().replace(/\s+/g, ' ')
  if (/^\d{9,10}$/.test(line)) return Number(line) * 1000
  const [, day, name, year, time] = mail.exec(line) ?? []
  if (day && name && year) return instant(fullYear(year), monthOf(name), day, time)
  const [, month, dayAfter, fourDigits, hour] = american.exec(line) ?? []
  if (month && dayAfter && fourDigits) return instant(fourDigits, monthOf(month), dayAfter, hour)
  const [, y, m, d, t] = iso.exec(line) ?? []
  if (y && m && d) return instant(y, Number(m) - 1, d, t)
  const [, dd, mm, yyyy, tt] = slashed.exec(line) ?? []
  return dd && mm && yyyy ? instant(yyyy, Number(mm) - 1, dd, tt) : null
}

function monthOf(name: string): number {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  const [, own] = Object.entries(french).find(([start]) => plain.startsWith(start)) ?? []
  return own ?? months.indexOf(plain.slice(0, 3))
}

/** Two digits are RFC 822's: below 50 they are of this century. */
function fullYear(year: string): string {
  return year.length === 4 ? year : String(Number(year) + (Number(year) < 50 ? 2000 : 1900))
}

function instant(year: string, month: number, day: string, time: string | undefined): number | null {
  const midnight = Date.UTC(Number(year), month, Number(day))
  const isDay = month >= 0 && month < 12 && new Date(midnight).getUTCDate() === Number(day)
  if (!isDay || Number(year) < 1970) return null
  const sinceMidnight = time === undefined ? 0 : clockMs(time.trim())
  return sinceMidnight === null ? null : midnight + sinceMidnight
}

function clockMs(time: string): number | null {
  const [, hour, minute, second = '0', half, zone = ''] = clock.exec(time) ?? []
  const offset = offsetMinutes(zone.trim())
  if (!hour || !minute || offset === null) return null
  const isAfternoon = half?.toLowerCase() === 'p'
  const hours = half ? (Number(hour) % 12) + (isAfternoon ? 12 : 0) : Number(hour)
  if (hours > 24 || Number(minute) > 59 || Number(second) > 60) return null
  return ((hours * 60 + Number(minute) - offset) * 60 + Number(second)) * 1000
}

function offsetMinutes(zone: string): number | null {
  const [, sign, hours, minutes] = /^(?:GMT|UTC)?([+-])(\d{1,2}):?(\d{2})?(?:\s*\(.*\))?$/i.exec(zone) ?? []
  if (sign && hours) return (Number(hours) * 60 + Number(minutes ?? 0)) * (sign === '-' ? -1 : 1)
  // A word that nobody knows is taken for Greenwich, as RFC 2822 says.
  return zone === '' || /^[a-z]{1,5}$/i.test(zone) ? (zones[zone.toLowerCase()] ?? 0) : null
}
