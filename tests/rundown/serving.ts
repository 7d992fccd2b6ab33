import { type Address, openDatabase } from '#lib/db/db.server.ts'
import { openStudio } from './studio.ts'

// A web process of its own, to be measured or killed: `node serving.ts ADDRESS PORT` prints its URL, and answers a
// message with what it has cost so far.
const [address = '', port = '0'] = process.argv.slice(2)
const reach = JSON.parse(address) as Address
const { db } = await openDatabase(reach)
const studio = await openStudio(db, reach, { port: Number(port) })
process.on('message', () => {
  const { user, system } = process.cpuUsage()
  process.send?.({ residentBytes: process.memoryUsage.rss(), cpuMs: (user + system) / 1000 })
})
process.stdout.write(`${studio.url}\n`)
