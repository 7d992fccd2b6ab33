/** Runs at most `size` tasks at once; the others wait in the order in which they came. */
export function makeCrew(size: number): <T>(task: () => Promise<T>) => Promise<T> {
  let busy = 0
  const waiting: (() => void)[] = []
  return async (task) => {
    if (busy >= size) await new Promise<void>((go) => waiting.push(go))
    else busy++
    try {
      return await task()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else busy--
    }
  }
}
