import { spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Address } from '#lib/db/db.server.ts'

export type Cost = { residentBytes: number; cpuMs: number }

/** A web process of the radio, beside this one. */
export type WebProcess = {
  url: string
  /** Bytes resident in memory now, and the processor time that it has used since it started. */
  cost: () => Promise<Cost>
  /** Ends it as a power cut does. */
  kill: () => Promise<void>
}

/** Starts one on the database at `address`; `port` 0 takes any that is free. */
export async function startWebProcess(address: Address, port = 0): Promise<WebProcess> {
  const program = `${import.meta.dirname}/serving.ts`
  const child = spawn(process.execPath, [program, JSON.stringify(address), String(port)], {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  })
  if (!child.stdout) throw new Error('A web process has no output to read its address from')
  const [line] = await once(child.stdout, 'data')
  return {
    url: String(line).trim(),
    async cost() {
      const answered = once(child, 'message')
      child.send('cost')
      return (await answered)[0] as Cost
    },
    async kill() {
      const gone = once(child, 'exit')
      child.kill('SIGKILL')
      await gone
    },
  }
}
