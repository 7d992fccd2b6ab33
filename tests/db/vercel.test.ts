import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { WebSocketServer } from 'ws'
import { type Database, openDatabase } from '#lib/db/db.server.ts'
import { members } from '#lib/db/schema.ts'
import { isEmptyHouse } from '#lib/people/members.server.ts'
import { testDatabase } from '#tests/database.ts'

const radio = testDatabase()
const web = createServer()
let hosted: Database

/** Stands in for the hosted proxy alone: WebSocket on one side, PostgreSQL's own protocol on the other. */
beforeAll(async () => {
  const { address } = radio
  const target = 'url' in address ? new URL(address.url) : null
  const database = target ? target.pathname.slice(1) : 'database' in address ? address.database : ''
  const user = target ? target.username : 'user' in address ? address.user : ''
  new WebSocketServer({ server: web }).on('connection', (socket) => {
    const postgres =
      'host' in address
        ? connect(`${address.host}/.s.PGSQL.${address.port}`)
        : connect(Number(target?.port || 5432), target?.hostname)
    socket.on('message', (bytes: Buffer) => postgres.write(bytes))
    postgres.on('data', (bytes) => socket.send(bytes))
    socket.on('close', () => postgres.destroy())
    postgres.on('close', () => socket.close())
    postgres.on('error', () => socket.close())
  })
  await new Promise<void>((resolve) => web.listen(0, '127.0.0.1', resolve))
  const { port } = web.address() as AddressInfo
  const url = `postgres://${user}:x@localhost:${port}/${database}`
  hosted = await openDatabase({ url, driver: 'vercel', proxy: `localhost:${port}` })
})

afterAll(async () => {
  await hosted?.close()
  web.closeAllConnections()
  web.close()
})

test('the hosted driver migrates, reads, writes and rolls back as the ordinary one does', async () => {
  expect(await isEmptyHouse(hosted.db)).toBe(true)
  await hosted.db.insert(members).values({ name: 'Nadia', role: 'coordination' })
  const failing = hosted.db.transaction(async (tx) => {
    await tx.insert(members).values({ name: 'Personne', role: 'resident' })
    await tx.execute(sql`select 1 / 0`)
  })
  await expect(failing).rejects.toThrow()
  expect(await radio.db.$count(members)).toBe(1)
})
