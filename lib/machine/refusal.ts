/**
 * An expected no: the person asked for something the rules, the rights or the moment do not allow.
 * `reason` is a stable key that the app turns into plain French; `facts` fill that sentence.
 * Everything that is not a Refusal is a bug and flies.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly reason: string
  readonly facts: Readonly<Record<string, string | number>>

  constructor(reason: string, facts: Readonly<Record<string, string | number>> = {}, options?: ErrorOptions) {
    super(reason, options)
    this.reason = reason
    this.facts = facts
  }
}

/** One process holds several copies of a module, so a Refusal is known by its name, not by its class. */
export function isRefusal(error: unknown): error is Refusal {
  return error instanceof Error && error.name === 'Refusal' && 'reason' in error
}
