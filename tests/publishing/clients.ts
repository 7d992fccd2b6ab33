import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'
import { parseFeed } from 'podcast-partytime'
import { publishedRadio } from './torture-radio.ts'

// What listeners' own programs make of the feed, by hand: `node tests/publishing/clients.ts [example | ADDRESS]`.
// Needs Debian's gpodder, newsboat, podget, libxml2-utils and sqlite3. Without an address a radio is started and three
// episodes are published, or the example.

const run = promisify(execFile)

/** What the feed announces, fetched without any client. */
type Expected = { feed: string; show: string; titles: string[]; sums: string[] }
/** What a client said of the feed, and the sounds it put into its folder. */
type Heard = { said: string; sounds: string[] }
type Client = (feed: string, home: string) => Promise<Heard>

const clients: Record<string, Client> = {
  async gpodder(feed, home) {
    const gpo = async (...args: string[]) =>
      (await run('gpo', args, { env: { ...process.env, HOME: home, GPODDER_HOME: home } })).stdout
    await gpo('subscribe', feed)
    const said = (await gpo('list')) + (await gpo('episodes', feed))
    await gpo('download', feed)
    return { said, sounds: await soundsIn(join(home, 'Downloads')) }
  },

  async newsboat(feed, home) {
    const folder = join(home, '.newsboat')
    const downloads = join(home, 'sounds')
    await mkdir(folder)
    await mkdir(downloads)
    await writeFile(join(folder, 'urls'), `${feed}\n`)
    const settings = [`download-path "${downloads}"`, 'podcast-auto-enqueue yes', 'max-downloads 2']
    await writeFile(join(folder, 'config'), `${settings.join('\n')}\n`)
    const env = { ...process.env, HOME: home, TERM: 'xterm', LC_ALL: 'C.UTF-8' }
    await run('newsboat', ['-x', 'reload'], { env })
    // Its lists are on its screen only: what they show lies in its database.
    const shown = 'select title from rss_feed; select title from rss_item'
    const { stdout: said } = await run('sqlite3', [join(folder, 'cache.db'), shown])
    const queue = await readFile(join(folder, 'queue'), 'utf8')
    const count = queue.trim().split('\n').length
    await podboat(env, downloads, count)
    return { said, sounds: await soundsIn(downloads) }
  },

  async podget(feed, home) {
    const folder = join(home, '.podget')
    const library = join(home, 'sounds')
    await mkdir(folder)
    await mkdir(library)
    const settings = [
      // Without this line it believes no settings.
      '# Podget configuration file created by version 0.9.0',
      'CONFIG_SERVERLIST=serverlist',
      `DIR_LIBRARY=${library}`,
      ...[
        'LOG_FAIL=errors',
        'LOG_COMPLETE=done',
        'WGET_BASEOPTS="-c -nH"',
        'MOST_RECENT=0',
        'MIN_SPACE=10000',
      ],
      ...['FORCE=0', 'CLEANUP=0', 'CLEANUP_DAYS=7', 'NO_PLAYLIST=1', 'DATE_FORMAT=+%F', 'ASX_PLAYLIST=0'],
    ]
    await writeFile(join(folder, 'podgetrc'), `${settings.join('\n')}\n`)
    await writeFile(join(folder, 'serverlist'), `${feed} radio emissions\n`)
    const { stdout } = await run('podget', ['-v', '-v'], { env: { ...process.env, HOME: home } })
    return { said: stdout, sounds: await soundsIn(library) }
  },
}

/** It has no way without its screen, and does not leave by itself: a terminal is played to it until all is there. */
async function podboat(env: NodeJS.ProcessEnv, downloads: string, count: number) {
  const child = execFile('script', ['-qfc', 'podboat -a', '/dev/null'], { env })
  for (let tries = 0; tries < 240; tries++) {
    const names = await readdir(downloads, { recursive: true })
    if (names.filter((name) => name.endsWith('.mp3')).length >= count) break
    await wait(500)
  }
  await wait(1000)
  child.kill()
}

async function soundsIn(folder: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true })
  return names.filter((name) => name.endsWith('.mp3')).map((name) => join(folder, name))
}

async function expected(site: string): Promise<Expected> {
  const feed = `${site}/feed.xml`
  const read = parseFeed(await (await fetch(feed)).text())
  if (!read) throw new Error(`No feed at ${feed}`)
  const sums: string[] = []
  for (const { enclosure } of read.items) {
    const bytes = Buffer.from(await (await fetch(enclosure.url)).arrayBuffer())
    if (bytes.length !== enclosure.length) throw new Error(`${bytes.length} bytes at ${enclosure.url}`)
    sums.push(sha256(bytes))
  }
  return { feed, show: read.title, titles: read.items.map(({ title }) => title ?? ''), sums }
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

/** One line for each client: what it did not do as announced, or nothing. */
async function faultsOf(name: string, client: Client, { feed, show, titles, sums }: Expected) {
  const home = await mkdtemp(join(tmpdir(), `bobine-${name}-`))
  try {
    const { said, sounds } = await client(feed, home)
    const got = await Promise.all(sounds.map(async (path) => sha256(await readFile(path))))
    // podget tells of files only; the others tell titles.
    const words = name === 'podget' ? [] : [show, ...titles]
    return {
      sounds: sounds.length,
      faults: [
        ...words.filter((one) => !said.includes(one)).map((one) => `does not show “${one}”`),
        ...(sounds.length === titles.length ? [] : [`${sounds.length} sounds of ${titles.length}`]),
        ...sums.filter((sum) => !got.includes(sum)).map((sum) => `no sound is ${sum.slice(0, 12)}…`),
      ],
    }
  } finally {
    await rm(home, { recursive: true, force: true, maxRetries: 3 })
  }
}

async function askAll(site: string) {
  const announced = await expected(site)
  process.stdout.write(`${announced.show}: ${announced.titles.join(' · ')}\n`)
  const file = join(await mkdtemp(join(tmpdir(), 'bobine-feed-')), 'feed.xml')
  await writeFile(file, Buffer.from(await (await fetch(announced.feed)).arrayBuffer()))
  await run('xmllint', ['--noout', '--nonet', file])
  process.stdout.write('xmllint: well formed\n')
  for (const [name, client] of Object.entries(clients)) {
    const { sounds, faults } = await faultsOf(name, client, announced)
    if (faults.length > 0) process.exitCode = 1
    process.stdout.write(`${name}: ${faults.join('; ') || `all as announced, ${sounds} sounds`}\n`)
  }
}

const [given] = process.argv.slice(2)
if (given?.startsWith('http')) await askAll(given.replace(/\/$/, ''))
else {
  const radio = await publishedRadio({ example: given === 'example' })
  try {
    await askAll(radio.url)
  } finally {
    await radio.stop()
  }
}
