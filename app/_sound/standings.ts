import type { TakeDesk } from '#lib/sound/takes.server.ts'
import { findPassage } from '#lib/story/passages.ts'
import type { Sending } from './sendings.ts'

/** Where a passage stands: nobody has said it, its take is on its way, it is with the radio. */
export type Standing = 'missing' | 'leaving' | 'there'

/** For each passage of a text, with what this device is sending. */
export function standings(passages: TakeDesk['passages'], sendings: readonly Sending[]): Standing[] {
  const keys = passages.map(({ key }) => key)
  const leaving = new Set(sendings.map(({ passage }) => findPassage(keys, passage)))
  return passages.map(({ chosenId }, at) => {
    if (leaving.has(at)) return 'leaving'
    return chosenId === null ? 'missing' : 'there'
  })
}
