/**
 * One process holds several copies of a module: Node's own and those in the web bundle. What must exist
 * once (the database, the job queue, the settings) is held here under a name that all copies share.
 */
const key = Symbol.for('la-bobine')
const world: typeof globalThis & { [name: symbol]: Map<string, unknown> | undefined } = globalThis
const shelf = world[key] ?? new Map<string, unknown>()
world[key] = shelf

/** A named place for one value of the whole process. `get` throws until `set` was called. */
export function once<T>(name: string): {
  get: () => T
  find: () => T | null
  set: (value: T | null) => void
} {
  const find = () => (shelf.get(name) ?? null) as T | null
  return {
    find,
    set: (value) => shelf.set(name, value),
    get: () => {
      const value = find()
      if (value === null) throw new Error(`"${name}" is asked for before it was opened`)
      return value
    },
  }
}
