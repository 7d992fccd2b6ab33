import type { Milliseconds } from '#lib/time/duration.ts'
import { heardMs, type Stretch, withStretch } from './heard.ts'

/** What a day remembers at most. A listener and an episode are one key; a key is some 100 to 200 bytes. */
export type TallyRoom = {
  /** Who has begun and not yet heard enough: the one untouched for longest makes room. */
  begun: number
  /** Who is counted. None of them may be forgotten, else they would count again: when full, nobody new counts. */
  counted: number
  /** Separate stretches of one listener. What would be one more is not remembered. */
  stretches: number
}
export type Heard = 'not-yet' | 'counted' | 'already' | 'full'

const usual: TallyRoom = { begun: 50_000, counted: 200_000, stretches: 20 }

/** One day's listeners: says for each the moment when they have heard enough to count, once. */
export function openTally(room: TallyRoom = usual) {
  const begun = new Map<string, readonly Stretch[]>()
  const counted = new Set<string>()

  function hear(key: string, stretch: Stretch, enoughMs: Milliseconds): Heard {
    if (counted.has(key)) return 'already'
    const before = begun.get(key) ?? []
    const joined = withStretch(before, stretch)
    const now = joined.length > room.stretches ? before : joined
    begun.delete(key)
    if (heardMs(now) < enoughMs) return remember(key, now)
    if (counted.size >= room.counted) return 'full'
    counted.add(key)
    return 'counted'
  }

  function remember(key: string, stretches: readonly Stretch[]): Heard {
    if (begun.size >= room.begun) forgetOldest()
    begun.set(key, stretches)
    return 'not-yet'
  }

  /** A map keeps the order in which keys were last put in. */
  function forgetOldest() {
    const { value } = begun.keys().next()
    if (value !== undefined) begun.delete(value)
  }

  return { hear, size: () => ({ begun: begun.size, counted: counted.size }) }
}
