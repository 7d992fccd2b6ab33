export type Rival = {
  name: string
  run: () => Promise<unknown> | unknown
  note?: (medianMs: number) => string
}

/** Runs rivals in turn, A B A B …, `rounds` times after `warmUps` that are not counted, and prints each one's median, min and max. */
export async function race(rivals: readonly Rival[], rounds = 5, warmUps = 1) {
  const times = new Map<string, number[]>()
  for (let round = -warmUps; round < rounds; round++) {
    for (const { name, run } of rivals) {
      const from = performance.now()
      await run()
      if (round >= 0) times.set(name, [...(times.get(name) ?? []), performance.now() - from])
    }
  }
  for (const { name, note } of rivals) {
    const sorted = (times.get(name) ?? []).toSorted((a, b) => a - b)
    const median = sorted[Math.floor(sorted.length / 2)] ?? 0
    const figures = `${median.toFixed(2)} ms (${sorted[0]?.toFixed(2)}–${sorted.at(-1)?.toFixed(2)}, ${sorted.length} runs)`
    process.stdout.write(`  ${name.padEnd(44)} ${figures}${note ? `  ${note(median)}` : ''}\n`)
  }
}
