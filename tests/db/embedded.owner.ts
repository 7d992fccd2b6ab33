// Started by embedded.slow.test.ts as the process that owns a database and is killed. It says `ready`, then
// the number of each row once PostgreSQL has acknowledged it.
import { Client } from 'pg'
import { startEmbeddedPostgres } from '#lib/db/embedded.server.ts'

const [dir = '', kind] = process.argv.slice(2)
const postgres = await startEmbeddedPostgres({ dir, holder: kind === 'command' ? 'command' : 'server' })
const client = new Client(postgres)
await client.connect()
await client.query('CREATE TABLE IF NOT EXISTS kept (n int PRIMARY KEY)')
const { rows } = await client.query('SELECT coalesce(max(n), 0) AS last FROM kept')
process.stdout.write('ready\n')
for (let n = Number(rows[0].last) + 1; ; n++) {
  await client.query('INSERT INTO kept VALUES ($1)', [n])
  process.stdout.write(`${n}\n`)
}
