import { type Address, openDatabase } from '#lib/db/db.server.ts'
import { openStudio } from './studio.ts'

// A web process of its own, to be measured or killed: `node serving.ts ADDRESS PORT` prints its URL, and answers a
// message with the bytes that it holds.
const [address = '', port = '0'] = process.argv.slice(2)
const reach = JSON.parse(address) as Address
const { db } = await openDatabase(reach)
const studio = await openStudio(db, reach, { port: Number(port) })
process.on('message', () => process.send?.(process.memoryUsage.rss()))
process.stdout.write(`${studio.url}\n`)
