import { found } from '#app/_door/found.ts'
import { requireRight } from '#app/_door/session.ts'
import { theShow } from '#app/_show/current-show.ts'
import { airWords, episodeName } from '#app/regie/emissions/air-words.ts'
import { theDb } from '#lib/db/db.server.ts'
import { readEpisode } from '#lib/episode/episode.server.ts'
import { readAirLog } from '#lib/rundown/on-air.server.ts'
import { readRundownTexts } from '#lib/rundown/prompt.server.ts'
import { readRundownState } from '#lib/rundown/rundown.server.ts'
import { instantOf } from '#lib/time/airtime.ts'
import { PresenterView } from './presenter-view.tsx'

type Props = {
  params: Promise<{ id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const metadata = { title: 'Présentation' }

/** What the presenter needs while the show runs, and nothing to press. */
export default async function Page({ params, searchParams }: Props) {
  const { id } = await params
  const isRehearsal = 'repetition' in (await searchParams)
  const actor = await requireRight('rundown.read', `/regie/emissions/${id}/presentation`)
  const db = theDb()
  const [episode, show, rundown, texts, log] = await found(
    Promise.all([
      readEpisode(db, actor, id),
      theShow(),
      readRundownState(db, actor, id),
      readRundownTexts(db, actor, id),
      readAirLog(db, actor, id, isRehearsal),
    ]),
  )
  const { airDate, airTime, targetMs, isRecorded } = episode
  const showStart = instantOf({ date: airDate, time: airTime, zone: show.timeZone })
  return (
    <PresenterView
      key={isRehearsal ? 'repetition' : 'antenne'}
      title={episodeName(episode)}
      airs={airWords(episode)}
      show={{ showStart, targetMs, zone: show.timeZone, isRecorded: isRecorded || isRehearsal }}
      screen={{ episodeId: id, rundown, texts, log, isRehearsal }}
      now={Date.now()}
    />
  )
}
