import { readdir, readFile } from 'node:fs/promises'

/** Linux counts processor time in hundredths of a second, and memory in pages of 4 kB, whatever the machine. */
const ticksPerSecond = 100
const pageBytes = 4096

async function textOf(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    // The process has just ended.
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ESRCH'))
      return ''
    throw error
  }
}

/** Bytes in memory of a process and of all that it started; what they share counts for each. */
export async function residentBytes(pid: number): Promise<number> {
  const pages = Number((await textOf(`/proc/${pid}/statm`)).split(' ')[1] ?? 0)
  const children = await childrenOf(pid)
  const theirs = await Promise.all(children.map(residentBytes))
  return theirs.reduce((sum, bytes) => sum + bytes, pages * pageBytes)
}

async function childrenOf(pid: number): Promise<number[]> {
  const threads = await readdir(`/proc/${pid}/task`).catch(() => [])
  const lists = await Promise.all(threads.map((thread) => textOf(`/proc/${pid}/task/${thread}/children`)))
  return lists.flatMap((list) => list.split(' ').filter(Boolean).map(Number))
}

/** Processor seconds of a process and of those of its children that have ended. */
export async function processorSeconds(pid: number): Promise<number> {
  const stat = await textOf(`/proc/${pid}/stat`)
  // The name, in brackets, may hold anything.
  const fields = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number)
  const [user = 0, system = 0, childUser = 0, childSystem = 0] = fields.slice(11, 15)
  return (user + system + childUser + childSystem) / ticksPerSecond
}

/** Follows how much memory a process and its children take until `stop`, which answers the most. */
export function watchMemory(pid: number): { stop: () => Promise<number> } {
  let most = 0
  let goesOn = true
  const look = async () => {
    while (goesOn) {
      most = Math.max(most, await residentBytes(pid))
      await new Promise((next) => setTimeout(next, 50))
    }
  }
  const looking = look()
  return {
    stop: async () => {
      goesOn = false
      await looking
      return most
    },
  }
}
