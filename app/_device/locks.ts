// Names that tabs of this browser hold, so that one of them does what is done once. On a plain http address a browser
// has no locks: there each tab is on its own.

/** Runs `work` while nobody else holds `name`; answers whether it ran. */
export async function whenFree(name: string, work: () => Promise<void>): Promise<boolean> {
  if (!navigator.locks) {
    await work()
    return true
  }
  return await navigator.locks.request(name, { ifAvailable: true }, async (lock) => {
    if (lock) await work()
    return lock !== null
  })
}

/** Holds `name`, beside others who do too. Returns what lets it go. */
export function holdBeside(name: string): () => void {
  const released = Promise.withResolvers<void>()
  void navigator.locks?.request(name, { mode: 'shared' }, () => released.promise)
  return released.resolve
}

/** The held names that begin so, without that beginning. */
export async function heldNames(beginning: string): Promise<Set<string>> {
  const held = (await navigator.locks?.query())?.held ?? []
  return new Set(
    held.flatMap(({ name }) => (name?.startsWith(beginning) ? [name.slice(beginning.length)] : [])),
  )
}
