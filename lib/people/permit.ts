import { Refusal } from '#lib/machine/refusal.ts'
import { type Actor, can, type Verb } from './can.ts'

/** Throws a Refusal unless `actor` may. What one may not see is answered like what does not exist. */
export function permit<V extends Verb>(actor: Actor, verb: V, object: Parameters<typeof can<V>>[2]) {
  if (!can(actor, verb, object))
    throw new Refusal(verb.endsWith('.read') || verb.endsWith('.hear') ? 'not-found' : 'not-allowed')
}
