import { mkdtemp, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from '#lib/db/db.server.ts'
import { startEmbeddedPostgres } from '#lib/db/embedded.server.ts'
import { typeUnderKills } from './killing.ts'
import { member, storyOf } from './people.ts'

// The long run, on a PostgreSQL with its real fsync: `node tests/story/kill-typing.ts 100`.
const kills = Number(process.argv[2] ?? 25)
const room = await mkdtemp(join(tmpdir(), 'bobine-kills-'))
const dir = join(room, 'postgres')
const { host, port, user, database, stop } = await startEmbeddedPostgres({ dir, holder: 'server' })
const address = { host, port, user, database }
const { db, close } = await openDatabase(address)
const [fatiha, denise] = [await member(db, 'Fatiha'), await member(db, 'Denise')]
const storyId = await storyOf(db, fatiha, denise)
const memberIds = [fatiha.memberId, denise.memberId]
const toll = await typeUnderKills({ db, address, storyId, memberIds, kills })
const sorted = toll.ackMs.toSorted((a, b) => a - b)
const quantile = (q: number) => Math.round(sorted[Math.floor(sorted.length * q)] ?? 0)
const { ackMs: _each, ...counts } = toll
const figures = { ...counts, ackP50Ms: quantile(0.5), ackP95Ms: quantile(0.95), acks: sorted.length }
process.stdout.write(`${JSON.stringify(figures)}\n`)
await close()
await stop()
await rm(await realpath(dir), { recursive: true, force: true })
await rm(room, { recursive: true, force: true })
process.exit(toll.lost + toll.doubled === 0 ? 0 : 1)
