import type { Db } from '#lib/db/db.server.ts'
import { type Episode, readEpisode } from '#lib/episode/episode.server.ts'
import { readShow, type Show } from '#lib/episode/show.server.ts'
import type { Actor } from '#lib/people/can.ts'
import { permit } from '#lib/people/permit.ts'
import { instantOf } from '#lib/time/airtime.ts'
import type { Instant } from '#lib/time/duration.ts'
import { type ComparedLine, compareLines, type ShowTotals, showTotals } from './as-run.ts'
import { airLogOf } from './on-air.server.ts'
import { type ShowState, showState } from './on-air.ts'
import { type Rundown, rundownOf } from './rundown.server.ts'
import { planRundown, type RundownPlan } from './timing.ts'
import { timedItems } from './wall.ts'

/** An episode with its rundown timed and its as-run log read: what every paper of it is made from. */
export type TimedEpisode = {
  show: Show
  episode: Episode
  rundown: Rundown
  showStart: Instant
  plan: RundownPlan
  state: ShowState
  compared: ComparedLine[]
  totals: ShowTotals
}

/** The episode as it was planned and as it was. Refuses `not-found`. */
export async function readTimedEpisode(db: Db, actor: Actor, episodeId: string): Promise<TimedEpisode> {
  permit(actor, 'rundown.read', null)
  const episode = await readEpisode(db, actor, episodeId)
  const show = await readShow(db)
  const rundown = await rundownOf(db, episodeId)
  const { lines } = rundown
  const showStart = instantOf({ date: episode.airDate, time: episode.airTime, zone: show.timeZone })
  const plan = planRundown(timedItems(lines, showStart, show.timeZone), showStart)
  const state = showState(await airLogOf(db, episodeId))
  return {
    ...{ show, episode, rundown, showStart, plan, state },
    compared: compareLines(lines, plan, state),
    totals: showTotals(plan, episode.targetMs, state),
  }
}
