/** What could not be done, and the remedy, as the person at the console reads it. */
export class SetupError extends Error {}

/**
 * Says where the set-up is: one line a step, with seconds that count on a terminal and a line every
 * 20 s elsewhere. A quiet voice speaks only of work that takes time.
 */
export function makeVoice({ out = process.stdout, quiet = false } = {}) {
  const label = (name) => `  ${name.padEnd(10)}`
  const told = (name, text) => out.write(`${label(name)}${text}\n`)
  return {
    told: (name, text) => quiet || told(name, text),
    async during(name, text, work) {
      const since = Date.now()
      const seconds = () => Math.round((Date.now() - since) / 1000)
      const show = () =>
        out.isTTY
          ? out.write(`\r${label(name)}${text}… ${seconds()} s `)
          : told(name, `${text}… ${seconds()} s`)
      told(name, `${text}…`)
      const clock = setInterval(show, out.isTTY ? 1000 : 20_000)
      try {
        return await work()
      } finally {
        clearInterval(clock)
        if (out.isTTY && seconds() > 0) out.write('\n')
      }
    },
  }
}

/** Runs `main` and ends the process with its exit code; a SetupError is told without a stack. */
export async function conclude(main) {
  try {
    process.exitCode = await main()
  } catch (error) {
    process.stderr.write(error instanceof SetupError ? `\n${error.message}\n` : `\n${error.stack}\n`)
    process.exitCode = 1
  }
}
