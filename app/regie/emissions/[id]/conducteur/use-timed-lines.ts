'use client'
import { useMemo, useRef } from 'react'
import type { LiveView } from '#app/_rundown/live-rundown.ts'
import type { Instant, Milliseconds } from '#lib/time/duration.ts'
import { type TimedLine, timedLines } from './timed-line.ts'

/** What the lines are timed against, and the names of the sounds under them. */
export type Frame = {
  showStart: Instant
  zone: string
  targetMs: Milliseconds
  beds: Readonly<Record<string, string>>
}

/** The live lines, timed. A line of which nothing changed stays the same object, so that its row is not drawn again. */
export function useTimedLines({ lines, facts }: Pick<LiveView, 'lines' | 'facts'>, frame: Frame) {
  const before = useRef<ReadonlyMap<string, TimedLine>>(new Map())
  return useMemo(() => {
    const { showStart, zone, targetMs, beds } = frame
    const shown = lines.map((line) => ({
      ...line,
      story: (line.storyId && facts.stories[line.storyId]) || null,
      clip: (line.clipId && facts.clips[line.clipId]) || null,
      bed: line.bedId && (facts.clips[line.bedId]?.title ?? beds[line.bedId] ?? 'dans la corbeille'),
    }))
    const timed = timedLines(shown, showStart, zone, showStart + targetMs)
    const kept = timed.lines.map((line) => {
      const was = before.current.get(line.id)
      return was && isSame(was, line) ? was : line
    })
    before.current = new Map(kept.map((line) => [line.id, line]))
    return { lines: kept, totalMs: timed.totalMs }
  }, [lines, facts, frame])
}

function isSame(a: TimedLine, b: TimedLine): boolean {
  return (Object.keys(b) as (keyof TimedLine)[]).every((name) => isSameValue(a[name], b[name]))
}

/** Lists of words are made anew each time; other objects stay the same while nobody changes them. */
const isSameValue = (a: unknown, b: unknown) =>
  a === b || (Array.isArray(a) && Array.isArray(b) && a.join('\n') === b.join('\n'))
