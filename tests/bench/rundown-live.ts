import { mkdtemp, realpath, rm } from 'node:fs/promises'
import { Agent, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Address, type Db, openDatabase } from '#lib/db/db.server.ts'
import { startEmbeddedPostgres } from '#lib/db/embedded.server.ts'
import type { Line } from '#lib/rundown/patch.ts'
import { Follower } from '#tests/rundown/follower.ts'
import { type Answered, emptyShow, enrol, type Sender } from '#tests/rundown/studio.ts'
import { type Cost, startWebProcess, type WebProcess } from '#tests/rundown/web-process.ts'

const SCREENS = 15
const EDITS = 200
const WARM_UPS = 30

/** Ontime 4.11 on the same kind of machine, 15 clients (see rundown.md of the design). */
const ontime: Record<number, string> = {
  40: 'p50 9–14, p99 29–99 ms',
  500: 'p50 45–79, p99 128–251 ms, 332 kB',
}

/** From sending an edit until every screen holds it, through real processes on a PostgreSQL with its real fsync. */
export async function benchRundownLive() {
  const room = await mkdtemp(join(tmpdir(), 'bobine-bench-'))
  const dir = join(room, 'postgres')
  const { host, port, user, database, stop } = await startEmbeddedPostgres({ dir, holder: 'server' })
  const address = { host, port, user, database }
  const { db, close } = await openDatabase(address)
  try {
    for (const processes of [1, 2])
      for (const lines of [40, 500]) await measure({ db, address, processes, lines })
  } finally {
    await close()
    await stop()
    await rm(await realpath(dir), { recursive: true, force: true })
    await rm(room, { recursive: true, force: true })
  }
}

type Setting = { db: Db; address: Address; processes: number; lines: number }

async function measure({ db, address, processes, lines }: Setting) {
  const webs = await Promise.all(Array.from({ length: processes }, () => startWebProcess(address)))
  try {
    const { cookie } = await enrol(db, 'Nadia', 'coordination')
    const show = await emptyShow(db)
    const desks = webs.map(({ url }) => new Desk(`${url}/api/episodes/${show}`, cookie))
    await fill(desks, lines)
    const screens = await openScreens(webs, show, cookie, desks)
    await editing(desks, screens, WARM_UPS)
    for (const screen of screens) screen.events.length = 0
    const before = await Promise.all(webs.map((web) => web.cost()))
    const timings = await editing(desks, screens, EDITS)
    const after = await Promise.all(webs.map((web) => web.cost()))
    const bytes = screens.flatMap((screen) => screen.of('change').map((event) => event.bytes))
    // Each third edit is followed by one that is not timed.
    const cpuMs = (sum(after) - sum(before)) / (EDITS * (4 / 3))
    say({ processes, lines, timings, bytes, cpuMs, memory: after.map(({ residentBytes }) => residentBytes) })
    await Promise.all(screens.map((screen) => screen.leave()))
    for (const desk of desks) desk.close()
  } finally {
    await Promise.all(webs.map((web) => web.kill()))
  }
}

/** Somebody who edits, on a connection of their own. */
class Desk {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 1 })
  private readonly at: string
  private readonly who: Sender

  constructor(at: string, who: Sender) {
    this.at = at
    this.who = who
  }

  ask(method: string, what: string, body?: unknown): Promise<Answered> {
    const headers = { ...this.who, 'Content-Type': 'application/json' }
    return new Promise((resolve, reject) => {
      const asked = request(`${this.at}/${what}`, { method, headers, agent: this.agent }, (response) => {
        const parts: Buffer[] = []
        response.on('data', (part: Buffer) => parts.push(part))
        response.on('end', () => {
          const text = Buffer.concat(parts).toString('utf8')
          if (response.statusCode === 200) resolve(JSON.parse(text) as Answered)
          else reject(new Error(`${response.statusCode} ${text}`))
        })
      })
      asked.on('error', reject)
      asked.end(body === undefined ? undefined : JSON.stringify(body))
    })
  }

  edit(edit: unknown): Promise<Answered> {
    return this.ask('PATCH', 'rundown', { key: crypto.randomUUID(), edit })
  }

  close() {
    this.agent.destroy()
  }
}

async function fill([desk]: readonly Desk[], count: number) {
  const lines = Array.from({ length: count }, (_, n) => ({
    kind: 'voice',
    title: `Line ${n} of the rundown, with a title of some length`,
    who: 'Fatiha',
    notes: 'What the presenter says before it, in a sentence or two, and what the technician must know.',
    plannedMs: 60_000 + n,
  }))
  await desk?.edit({ do: 'add', lines })
}

async function openScreens(webs: readonly WebProcess[], show: string, who: Sender, [desk]: readonly Desk[]) {
  const state = await desk?.ask('GET', 'rundown')
  const version = state?.version ?? 0
  return await Promise.all(
    Array.from({ length: SCREENS }, (_, n) => {
      const at = `${webs[n % webs.length]?.url}/api/episodes/${show}/rundown/events?since=${version}`
      return new Follower(at, who, { version, lines: state?.lines ?? [] }).greeted()
    }),
  )
}

type Timing = { heldMs: number; answeredMs: number }

/** Sets, moves and adds in turn; an added line is taken out again, so that the rundown keeps its length. */
async function editing(
  desks: readonly Desk[],
  screens: readonly Follower[],
  count: number,
): Promise<Timing[]> {
  const timings: Timing[] = []
  for (let n = 0; n < count; n += 1) {
    const desk = desks[n % desks.length]
    const lines = screens[0]?.lines ?? []
    if (!desk) break
    const from = performance.now()
    const { version = 0, result } = await desk.edit(anEdit(n, lines))
    const answeredMs = performance.now() - from
    await held(screens, version)
    timings.push({ heldMs: Math.max(...screens.map(({ heldAt }) => heldAt)) - from, answeredMs })
    if (result) await held(screens, (await desk.edit({ do: 'bin', ids: result })).version ?? 0)
  }
  return timings
}

const held = (screens: readonly Follower[], version: number) =>
  Promise.all(screens.map((screen) => screen.until((one) => one.version >= version)))

function anEdit(n: number, lines: readonly Line[]): unknown {
  const line = lines[(n * 7919) % lines.length]
  const other = lines[(n * 104_729) % lines.length]
  if (!line || !other) throw new Error('There is nothing to edit')
  const after = other.id
  if (n % 3 === 0) {
    const fields = { title: `A new title for it, number ${n}`, plannedMs: 30_000 + n }
    return { do: 'set', id: line.id, version: line.version, fields }
  }
  if (n % 3 === 1) return { do: 'move', lines: [{ id: line.id, version: line.version }], after }
  return { do: 'add', lines: [{ kind: 'voice', title: `One more, number ${n}`, plannedMs: 20_000 }], after }
}

const sum = (costs: readonly Cost[]) => costs.reduce((total, { cpuMs }) => total + cpuMs, 0)

type Figures = Pick<Setting, 'processes' | 'lines'> & {
  timings: readonly Timing[]
  bytes: readonly number[]
  /** Processor time of all web processes for one edit. */
  cpuMs: number
  memory: readonly number[]
}

function say({ processes, lines, timings, bytes, cpuMs, memory }: Figures) {
  const quantile = (numbers: readonly number[], q: number) =>
    numbers.toSorted((a, b) => a - b)[Math.min(numbers.length - 1, Math.floor(numbers.length * q))] ?? 0
  const held = timings.map(({ heldMs }) => heldMs)
  const answered = timings.map(({ answeredMs }) => answeredMs)
  const ms = (numbers: readonly number[], q: number) => quantile(numbers, q).toFixed(1)
  process.stdout.write(
    `  ${lines} lines, ${SCREENS} screens, ${processes === 1 ? 'one process' : `${processes} processes`}\n` +
      `    held by every screen    p50 ${ms(held, 0.5)}, p99 ${ms(held, 0.99)}, most ${ms(held, 1)} ms  (Ontime 4.11: ${ontime[lines]})\n` +
      `    answered on disk        p50 ${ms(answered, 0.5)}, p99 ${ms(answered, 0.99)} ms\n` +
      `    a message               p50 ${quantile(bytes, 0.5)}, most ${quantile(bytes, 1)} bytes\n` +
      `    the web process${processes > 1 ? 'es' : '  '}       ${cpuMs.toFixed(1)} ms of processor an edit, ${memory.map((resident) => `${Math.round(resident / 1e6)} MB`).join(', ')}\n`,
  )
}
