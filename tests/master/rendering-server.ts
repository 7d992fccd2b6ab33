import { openDatabase } from '#lib/db/db.server.ts'
import { hear, openJobs } from '#lib/db/events.server.ts'
import { openHearers } from '#lib/hearers.server.ts'
import { openFiles } from '#lib/machine/files.server.ts'

/** The jobs of a radio in a process of its own, to be killed: `rendering-server.ts ADDRESS DATA`. */
const [, , address = '', data = ''] = process.argv
const where = JSON.parse(address)
const { db } = await openDatabase(where)
const files = await openFiles(data)
const jobs = await openJobs(where)
const place = { baseUrl: 'http://localhost', secret: '', dataDir: data, rootDir: '.' }
const site = { ...place, mailWorks: false, publisherAddress: null, hostedBy: null, version: '' }
const hearers = await openHearers({ db, files, site, post: null })
await hear(jobs, hearers.events)
process.stdout.write('ready\n')
