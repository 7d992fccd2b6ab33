'use client'
import { useCallback, useState } from 'react'

/** What was asked of a rundown's API: `value` null until it is there, `failed` when the network is away. */
export type Asked<T> = { value: T | null; failed: boolean }

/** Asks when told to, not by itself: the press of a button opens what shows it, and asks for it. */
export function useAsked<T>(episodeId: string, what: string) {
  const [asked, setAsked] = useState<Asked<T>>({ value: null, failed: false })
  const ask = useCallback(
    async (query = '', join: (before: T | null, next: T) => T = (_before, next) => next) => {
      const answer = await fetch(`/api/episodes/${episodeId}/rundown/${what}${query}`).catch(() => null)
      const next = answer?.ok ? ((await answer.json()) as T) : null
      setAsked(({ value }) =>
        next === null ? { value, failed: true } : { value: join(value, next), failed: false },
      )
    },
    [episodeId, what],
  )
  return { ...asked, ask }
}
