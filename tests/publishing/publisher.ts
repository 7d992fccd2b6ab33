import { once } from 'node:events'
import { z } from 'zod'
import { type Address, openDatabase } from '#lib/db/db.server.ts'
import { openFiles } from '#lib/machine/files.server.ts'
import { publishEpisode } from '#lib/publishing/publishing.server.ts'

// A process of its own that publishes, to be killed: `node publisher.ts ADDRESS DATA SITE` says when it is ready,
// publishes the episode that it is then told, and says when that is done.
const [address = '', data = '', baseUrl = ''] = process.argv.slice(2)
const { db } = await openDatabase(JSON.parse(address) as Address)
const files = await openFiles(data)
process.send?.('ready')
const [episodeId] = await once(process, 'message')
await publishEpisode(db, 'console', z.string().parse(episodeId), null, { files, baseUrl })
process.send?.('done')
