'use client'
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { refusalWords } from '#app/_door/words.ts'
import { useLiveRundown } from '#app/_rundown/use-live-rundown.ts'
import { showToast } from '#app/_ui/toast-store.ts'
import type { Told } from '#lib/rundown/change.server.ts'
import type { RundownState } from '#lib/rundown/rundown.server.ts'
import { columnsWithout, readHidden, watchHidden } from './columns.ts'
import { pastWords } from './past-words.ts'
import { peopleOn } from './people-on-lines.ts'
import { RundownDesk } from './rundown-desk.ts'
import { useCalm } from './status-line.tsx'
import { type Frame, useTimedLines } from './use-timed-lines.ts'

type Given = {
  episodeId: string
  memberId: string
  initial: RundownState
  frame: Frame
  own: readonly string[]
}

/** The live rundown and the person's own desk at it, made ready to be shown. */
export function useRundown({ episodeId, memberId, initial, frame, own }: Given) {
  const { live, view: exact } = useLiveRundown(episodeId, initial, memberId)
  const [desk] = useState(() => new RundownDesk(live))
  const deskView = useSyncExternalStore(desk.watch, desk.read, desk.read)
  const hidden = useSyncExternalStore(watchHidden, readHidden, () => '')
  const columns = useMemo(() => columnsWithout(hidden, own), [hidden, own])
  const [onlyLacking, setOnlyLacking] = useState(false)
  const timed = useTimedLines(exact, frame)
  const places = useMemo(() => new Map(timed.lines.map(({ id }, place) => [id, place])), [timed.lines])
  const { people, onLine } = useMemo(
    () => peopleOn(exact.here, exact.lines, memberId),
    [exact.here, exact.lines, memberId],
  )
  const shown = useMemo(
    () =>
      onlyLacking
        ? timed.lines.filter(({ lacks, conflicts }) => lacks.length + conflicts.length > 0)
        : timed.lines,
    [timed.lines, onlyLacking],
  )
  desk.order = useMemo(() => shown.map(({ id }) => id), [shown])
  desk.cells = useMemo(
    () => [
      'title',
      ...(columns.who ? (['who'] as const) : []),
      'planned',
      ...columns.own.map((name) => `extra:${name}` as const),
    ],
    [columns],
  )
  useEffect(
    () => live.watchRefusals(({ reason, facts }) => showToast({ text: refusalWords(reason, facts) })),
    [live],
  )
  const told = exact.latest
  useEffect(() => {
    if (told?.by?.id === memberId && told.what !== 'edited' && told.what in revisited)
      desk.say(toldWords(told))
  }, [told, memberId, desk])
  return {
    ...{ live, exact, desk, deskView, hidden, columns, timed, places, people, onLine, shown },
    view: useCalm(exact),
    onlyLacking,
    setOnlyLacking,
    /** What somebody else did last, in words. */
    news: told && told.by?.id !== memberId ? toldWords(told) : null,
  }
}

/** What only the server knows the outcome of: said once it is done. */
const revisited = { undone: true, redone: true, returned: true, restored: true, duplicated: true }

function toldWords({ by, what, titles, steps }: Told): string {
  const fields = steps.flatMap((step) => ('set' in step ? Object.keys(step.fields) : []))
  return pastWords({ by: by?.name ?? null, what, titles, fields: [...new Set(fields)] })
}
