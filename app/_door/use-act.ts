'use client'
import { useActionState } from 'react'
import type { Act } from './act.ts'

/** A form's action with what it answered: words, the error of a field, and what was typed when it was refused. */
export function useAct<T>(action: Act<T>) {
  const [outcome, send, pending] = useActionState(action, null)
  const refused = outcome?.ok === false ? outcome : null
  return {
    outcome,
    send,
    pending,
    words: outcome?.words ?? null,
    tone: refused ? ('error' as const) : ('ok' as const),
    error: (name: string) => refused?.fields[name],
    given: (name: string, otherwise = '') => refused?.given[name] ?? otherwise,
    /** As `given` for a box to tick: an unticked one is not sent at all. */
    ticked: (name: string, otherwise = false) => (refused ? name in refused.given : otherwise),
    /** A new key for each answer, so that fields take their value again. */
    round: outcome?.at ?? 0,
  }
}
