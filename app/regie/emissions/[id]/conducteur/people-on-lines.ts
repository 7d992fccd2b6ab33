import type { Presence } from '#lib/rundown/change.server.ts'
import type { Line } from '#lib/rundown/patch.ts'
import type { Person } from './people-here.tsx'

/** Who else is here, each person once, with the line that they are on; and by line, the names of those on it. */
export function peopleOn(here: readonly Presence[], lines: readonly Line[], memberId: string) {
  const places = new Map(lines.map(({ id }, place) => [id, place]))
  const others = here.filter((who) => who.memberId !== memberId)
  const people: Person[] = [...Map.groupBy(others, (who) => who.memberId).values()].flatMap((tabs) => {
    const on = tabs.find(({ lineId }) => lineId !== null && places.has(lineId)) ?? tabs[0]
    return on ? [{ name: on.name, place: places.get(on.lineId ?? '') ?? null }] : []
  })
  const onLine = new Map<string, string>()
  for (const [id, whos] of Map.groupBy(others, ({ lineId }) => lineId ?? ''))
    onLine.set(id, [...new Set(whos.map(({ name }) => name))].join(', '))
  return { people, onLine }
}
