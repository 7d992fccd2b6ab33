import { backTimes } from '#lib/rundown/slot.ts'
import { planRundown } from '#lib/rundown/timing.ts'
import { benchRundownLive } from './rundown-live.ts'
import { race } from './stopwatch.ts'

const items = (count: number) =>
  Array.from({ length: count }, (_, n) => ({ id: `${n}`, plannedMs: 30_000 + n * 7 }))

/** A whole pass over a rundown (the page, the server and the print each make one), then edits on their way to every screen. */
export async function benchRundown() {
  await race(
    [40, 500].map((count) => {
      const rundown = items(count)
      return {
        name: `plan and back-times of ${count} items`,
        run: () => backTimes(planRundown(rundown, 0), 3_600_000),
      }
    }),
    25,
  )
  await benchRundownLive()
}
