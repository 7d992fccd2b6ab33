'use client'
import { useEffect, useState, useTransition } from 'react'
import { showToast } from '#app/_ui/toast-store.ts'
import type { RecordedPart } from '#lib/db/schema.ts'
import { moveBoundary } from '#lib/master/recording.ts'
import { findQuietAction, type Kept, saveRecordingAction } from './actions.ts'

type Start = { episodeId: string; version: number; parts: readonly RecordedPart[] }
type Stale = Extract<Kept, { kind: 'stale' }>

/** A cut in hand: each change can be undone until the page is closed, and nothing is kept before `save`. */
export function useCut({ episodeId, ...start }: Start) {
  const [history, setHistory] = useState<readonly (readonly RecordedPart[])[]>([start.parts])
  const [kept, setKept] = useState({ version: start.version, parts: start.parts })
  const [stale, setStale] = useState<Stale | null>(null)
  const [words, setWords] = useState<{ tone: 'ok' | 'error'; text: string } | null>(null)
  const [pending, startTransition] = useTransition()
  const parts = history.at(-1) ?? start.parts
  const isDirty = parts !== kept.parts
  useUnsavedGuard(isDirty)

  function change(next: readonly RecordedPart[]) {
    setWords(null)
    setHistory((before) => [...before.slice(-99), next])
  }
  function save(version = kept.version) {
    startTransition(async () => {
      const outcome = await saveRecordingAction(null, { episodeId, version, parts })
      if (!outcome.ok) return setWords({ tone: 'error', text: outcome.words })
      if (outcome.value.kind === 'stale') return setStale(outcome.value)
      setKept({ version: outcome.value.version, parts })
      setStale(null)
      setWords({ tone: 'ok', text: outcome.words ?? '' })
    })
  }
  function takeTheirs({ version, parts: theirs }: Stale) {
    setKept({ version, parts: theirs })
    setHistory([theirs])
    setStale(null)
  }
  function calm(index: number) {
    const atMs = parts[index]?.startMs ?? 0
    startTransition(async () => {
      const outcome = await findQuietAction(null, { episodeId, atMs })
      if (!outcome.ok) return showToast({ text: outcome.words })
      if (outcome.value === atMs) return showToast({ text: 'C’est déjà l’endroit le plus calme.' })
      change(moveBoundary(parts, index, outcome.value))
    })
  }
  return {
    ...{ parts, isDirty, stale, words, pending, change, save, takeTheirs, calm },
    undo: history.length > 1 ? () => setHistory((before) => before.slice(0, -1)) : null,
  }
}

function useUnsavedGuard(isDirty: boolean) {
  useEffect(() => {
    if (!isDirty) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [isDirty])
}
