import { type Address, openDatabase } from '#lib/db/db.server.ts'
import { openRoom } from './room.ts'

// A server of its own process, to be killed: `node typing-server.ts ADDRESS PORT` prints its URL.
const [address = '', port = '0'] = process.argv.slice(2)
const { db } = await openDatabase(JSON.parse(address) as Address)
const room = await openRoom(db, Number(port))
process.stdout.write(`${room.url}\n`)
