import type { Role } from '#lib/db/schema.ts'
import { instantOf, type LocalDate, type LocalTime } from '#lib/time/airtime.ts'
import type { Instant, Milliseconds } from '#lib/time/duration.ts'
import type { CalendarEvent } from '#lib/time/ical.ts'
import { type DeadlineKind, deadlines } from './plan.ts'

export type CalendarEpisode = {
  id: string
  number: number
  title: string
  summary: string
  airDate: LocalDate
  airTime: LocalTime
  targetMs: Milliseconds
  createdAt: Instant
}
export type CalendarShow = { name: string; station: string; frequency: string; timeZone: string }

const words: Record<DeadlineKind, string> = {
  texts: 'Textes à rendre',
  recording: 'Enregistrement',
  file: 'Fichier à la station, avant midi',
}

/** Shows and deadlines for a member's own calendar: a resident has the texts' day, the studio all of them. */
export function calendarEvents(
  show: CalendarShow,
  episodes: readonly CalendarEpisode[],
  { role, baseUrl }: { role: Role; baseUrl: string },
): CalendarEvent[] {
  return episodes.flatMap((episode) => {
    const name = episode.title || `Numéro ${episode.number}`
    const mine = deadlines(episode.airDate, show.timeZone).filter(
      ({ kind }) => role !== 'resident' || kind === 'texts',
    )
    const link = role === 'resident' ? baseUrl : `${baseUrl}/regie/emissions/${episode.id}/conducteur`
    return [
      showEvent(show, episode, link),
      ...mine.map(
        ({ kind, day, at }): CalendarEvent => ({
          uid: uidOf(episode, kind),
          when: at === null ? { day } : { at, lengthMs: 0 },
          title: `${words[kind]} : ${name}`,
          url: link,
          stamp: episode.createdAt,
        }),
      ),
    ]
  })
}

function showEvent(show: CalendarShow, episode: CalendarEpisode, url: string): CalendarEvent {
  const { airDate, airTime, targetMs } = episode
  const at = instantOf({ date: airDate, time: airTime, zone: show.timeZone })
  return {
    uid: uidOf(episode, 'show'),
    when: { at, lengthMs: targetMs },
    title: episode.title ? `${show.name} : ${episode.title}` : `${show.name}, numéro ${episode.number}`,
    description: episode.summary,
    place: [show.station, show.frequency].filter(Boolean).join(', '),
    url,
    stamp: episode.createdAt,
  }
}

/** The episode's own id never changes, whatever its day, title or the address of this installation. */
const uidOf = ({ id }: CalendarEpisode, what: string) => `${id}-${what}@la-bobine`
