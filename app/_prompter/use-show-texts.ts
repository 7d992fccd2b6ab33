'use client'
import { useState } from 'react'
import { useAirLog } from '#app/_rundown/air-log.ts'
import { useLiveRundown } from '#app/_rundown/use-live-rundown.ts'
import type { LoggedDeed } from '#lib/rundown/on-air.ts'
import type { RundownTexts } from '#lib/rundown/prompt.ts'
import type { RundownState } from '#lib/rundown/rundown.server.ts'
import { readShowTextsAction } from './actions.ts'
import { useRefreshed } from './use-refreshed.ts'

export type ShowTexts = {
  episodeId: string
  rundown: RundownState
  texts: RundownTexts
  log: readonly LoggedDeed[]
  /** Whether it follows the rehearsal instead of the show. */
  isRehearsal: boolean
}

/** A show's lines, texts and what is on air, live while the component is shown. */
export function useShowTexts({ episodeId, rundown, texts: initial, log, isRehearsal }: ShowTexts) {
  const { live, view } = useLiveRundown(episodeId, rundown)
  const air = useAirLog(live, log, isRehearsal)
  const [texts, setTexts] = useState(initial)
  const stories = [...new Set(view.lines.map(({ storyId }) => storyId ?? ''))].sort().join()
  useRefreshed(
    async () => {
      const read = await readShowTextsAction(null, { episodeId, isRehearsal })
      if (!read.ok) return
      // The same words stay the same object: nothing is drawn or measured again.
      setTexts((known) =>
        JSON.stringify(known) === JSON.stringify(read.value.texts) ? known : read.value.texts,
      )
      air.take(read.value.log)
    },
    // What is done on air while the network is away is not told again: it is read when the network is back.
    `${stories} ${view.isOnline}`,
  )
  return { live, lines: view.lines, isOnline: view.isOnline, texts, state: air.state }
}
