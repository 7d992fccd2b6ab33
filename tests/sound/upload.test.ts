import { type ChildProcess, spawn } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { type DetailedError, Upload } from 'tus-js-client'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { theJobs } from '#lib/db/events.server.ts'
import { clips, members, stories, uploads } from '#lib/db/schema.ts'
import { testDatabase } from '#tests/database.ts'
import { serveUploads } from './upload-server.ts'

const radio = testDatabase({ jobs: true })
let dataDir: string
let server: Awaited<ReturnType<typeof serveUploads>>
let fatiha: string
let karim: string

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'bobine-uploads-'))
  server = await serveUploads(radio.db, dataDir, { quotaBytes: 200_000_000 })
})
afterAll(async () => {
  await server.close()
  await rm(dataDir, { recursive: true, force: true })
})
beforeEach(async () => {
  fatiha = await member('Fatiha')
  karim = await member('Karim')
  expect(server.failures).toEqual([])
})

async function member(name: string) {
  const [row] = await radio.db.insert(members).values({ name, role: 'resident' }).returning()
  if (!row) throw new Error('no member')
  return row.id
}

const sha = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const idOf = (url: string | null) => url?.split('/').at(-1) ?? ''

type Sending = { endpoint?: string; metadata?: Record<string, string>; chunkSize?: number }

/** An upload by the client that the pages use. `half` resolves when half of the bytes are acknowledged. */
function send(bytes: Buffer, memberId: string, { endpoint, metadata, chunkSize = 4_000_000 }: Sending = {}) {
  const { promise: half, resolve: reachHalf } = Promise.withResolvers<void>()
  const upload = new Upload(bytes, {
    endpoint: endpoint ?? server.endpoint,
    headers: { 'x-member': memberId },
    metadata: { name: 'interview.wav', ...metadata },
    chunkSize,
    retryDelays: [0, 100, 200, 400, 800, 1600, 3200],
  })
  upload.options.onChunkComplete = (_size, accepted, total) => accepted >= total / 2 && reachHalf()
  const done = new Promise<string>((resolve, reject) => {
    upload.options.onSuccess = () => resolve(idOf(upload.url))
    upload.options.onError = reject
  })
  upload.start()
  return { upload, done, half }
}

async function refusalOf(sent: { done: Promise<string> }) {
  const error: DetailedError = await sent.done.then(
    () => Promise.reject(new Error('the upload was taken')),
    (error) => error,
  )
  return { status: error.originalResponse?.getStatus(), words: error.originalResponse?.getBody() }
}

async function clipOf(id: string) {
  const [clip] = await radio.db.select().from(clips).where(eq(clips.id, id))
  return clip
}

function say(method: string, path: string, memberId: string | null, headers: Record<string, string> = {}) {
  return fetch(new URL(path, server.endpoint), {
    method,
    headers: { 'Tus-Resumable': '1.0.0', ...(memberId ? { 'x-member': memberId } : {}), ...headers },
  })
}

const announce = (bytes: number, memberId: string, metadata: Record<string, string> = {}) =>
  say('POST', '/uploads/', memberId, {
    'Upload-Length': String(bytes),
    'Upload-Metadata': Object.entries({ name: 'a.wav', ...metadata })
      .map(([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`)
      .join(','),
  })

describe('a sound that arrives', () => {
  test('is on disk, in the database and told before the last piece is answered', async () => {
    const bytes = randomBytes(300_000)
    const id = await send(bytes, fatiha, { metadata: { name: 'Les citrons_de la conserverie.WAV' } }).done
    const clip = await clipOf(id)
    expect(clip).toMatchObject({
      title: 'Les citrons de la conserverie',
      originalName: 'Les citrons_de la conserverie.WAV',
      ownerId: fatiha,
      storyId: null,
      state: 'received',
      sizeBytes: 300_000,
    })
    const path = server.files.path(clip?.originalFile ?? '')
    expect(sha(await readFile(path))).toBe(sha(bytes))
    expect((await stat(path)).mode & 0o777).toBe(0o600)
    const [job] = (await theJobs()?.fetch<{ id: string }>('clip.received')) ?? []
    expect(job?.data.id).toBe(id)
  })

  test('goes on after the network was cut in the middle of 50 MB', async () => {
    const bytes = randomBytes(50_000_000)
    const sent = send(bytes, fatiha)
    await sent.half
    server.cut()
    const id = await sent.done
    expect(sha(await readFile(server.files.path(`originals/${id}`)))).toBe(sha(bytes))
  })

  test('joins its story when its sender may edit it, and is refused when not', async () => {
    const [story] = await radio.db.insert(stories).values({ title: 'Citrons', authorId: fatiha }).returning()
    const metadata = { storyId: story?.id ?? '' }
    const id = await send(randomBytes(1000), fatiha, { metadata }).done
    expect((await clipOf(id))?.storyId).toBe(story?.id)
    expect(await refusalOf(send(randomBytes(1000), karim, { metadata }))).toMatchObject({ status: 404 })
    expect(await refusalOf(send(randomBytes(1000), karim, { metadata: { storyId: 'x' } }))).toMatchObject({
      status: 400,
      words: 'Ce sujet n’existe pas.',
    })
  })

  test('says the passage of its story that it was recorded for, on one line and not too long', async () => {
    const [story] = await radio.db.insert(stories).values({ title: 'Citrons', authorId: fatiha }).returning()
    const storyId = story?.id ?? ''
    const passage = 'D’où viennent\n les citrons ?\u0000'
    const id = await send(randomBytes(1000), fatiha, { metadata: { storyId, passage } }).done
    expect((await clipOf(id))?.passage).toBe('D’où viennent les citrons ?')
    const long = await send(randomBytes(1000), fatiha, { metadata: { storyId, passage: 'é'.repeat(900) } })
      .done
    expect((await clipOf(long))?.passage).toBe('é'.repeat(300))
    // Outside a story there is no text to say.
    const nowhere = await send(randomBytes(1000), fatiha, { metadata: { passage } }).done
    expect((await clipOf(nowhere))?.passage).toBe('')
  })

  test.each([
    ['../../etc/passwd', 'passwd', 'passwd'],
    ['C:\\fakepath\\son.mp3', 'son.mp3', 'son'],
    ['a\u0000b\u202Egpj.exe\n.wav', 'abgpj.exe .wav', 'abgpj.exe'],
    ['', 'son', 'son'],
    ['x'.repeat(5000), 'x'.repeat(255), 'x'.repeat(200)],
    ['-i /etc/passwd.mp3', 'passwd.mp3', 'passwd'],
    ['<b>gras.ogg', '<b>gras.ogg', '<b>gras'],
  ])('keeps the name it was sent under as text: %.30j', async (name, originalName, title) => {
    const id = await send(randomBytes(10), await member('N'), { metadata: { name } }).done
    expect(await clipOf(id)).toMatchObject({ originalName, title })
  })
})

describe('a server killed −9', () => {
  let child: ChildProcess | null = null
  const room = () => join(dataDir, 'killed')
  async function start() {
    const script = join(import.meta.dirname, 'upload-server.ts')
    child = spawn(process.execPath, [script, JSON.stringify(radio.address), room()], { stdio: 'pipe' })
    child.stderr?.pipe(process.stderr)
    const [line] = await once(child.stdout ?? child, 'data')
    return String(line).trim()
  }
  async function kill() {
    child?.kill('SIGKILL')
    if (child) await once(child, 'exit')
  }
  afterAll(kill)

  test('in the middle of an upload: the client finishes it with the next server', async () => {
    const bytes = randomBytes(20_000_000)
    const first = send(bytes, fatiha, { endpoint: await start(), chunkSize: 1_000_000 })
    first.upload.options.retryDelays = null
    first.done.catch(() => 'expected')
    await first.half
    await kill()
    await first.done.catch(() => 'cut')
    const endpoint = await start()
    const again = new Upload(bytes, {
      endpoint,
      uploadUrl: endpoint + idOf(first.upload.url),
      headers: { 'x-member': fatiha },
      chunkSize: 1_000_000,
    })
    let sentAgain = 0
    await new Promise<void>((resolve, reject) => {
      again.options.onSuccess = () => resolve()
      again.options.onError = reject
      again.options.onChunkComplete = (size) => {
        sentAgain += size
      }
      again.start()
    })
    const id = idOf(again.url)
    expect(sentAgain).toBeLessThan(11_000_001)
    expect(sha(await readFile(join(room(), 'files', 'originals', id)))).toBe(sha(bytes))
    expect(await clipOf(id)).toMatchObject({ sizeBytes: 20_000_000 })
  })
})

describe('killed between the last byte and the answer', () => {
  async function wholeButUnsaid() {
    const bytes = randomBytes(5000)
    const answer = await announce(5000, fatiha)
    const id = idOf(answer.headers.get('location'))
    await writeFile(server.files.path(`arriving/${id}`), bytes)
    return { id, bytes }
  }

  test('the client asks how far it came: the sound is made before it hears "all of it"', async () => {
    const { id, bytes } = await wholeButUnsaid()
    const answer = await say('HEAD', `/uploads/${id}`, fatiha)
    expect(answer.headers.get('upload-offset')).toBe('5000')
    expect(await clipOf(id)).toMatchObject({ ownerId: fatiha })
    expect(sha(await readFile(server.files.path(`originals/${id}`)))).toBe(sha(bytes))
  })

  test('the move was done and the commit was not: nothing is lost', async () => {
    const { id } = await wholeButUnsaid()
    await rename(server.files.path(`arriving/${id}`), server.files.path(`originals/${id}`))
    expect((await say('HEAD', `/uploads/${id}`, fatiha)).headers.get('upload-offset')).toBe('5000')
    expect(await clipOf(id)).toBeDefined()
  })

  test('nobody comes back: the next start makes the sound', async () => {
    const { id } = await wholeButUnsaid()
    const next = await serveUploads(radio.db, dataDir)
    await next.close()
    expect(await clipOf(id)).toBeDefined()
  })

  test('twenty askers at once make one sound, told once', async () => {
    await theJobs()?.deleteAllJobs('clip.received')
    const { id } = await wholeButUnsaid()
    const answers = await Promise.all(Array.from({ length: 20 }, () => say('HEAD', `/uploads/${id}`, fatiha)))
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
    const jobs = (await theJobs()?.fetch<{ id: string }>('clip.received', { batchSize: 50 })) ?? []
    expect(jobs.filter((job) => job.data.id === id)).toHaveLength(1)
  })
})

describe('another member', () => {
  test.each(['HEAD', 'PATCH', 'DELETE'])('%s on somebody’s upload is like one on nothing', async (method) => {
    const id = idOf((await announce(5000, fatiha)).headers.get('location'))
    const headers = { 'Upload-Offset': '0', 'Content-Type': 'application/offset+octet-stream' }
    expect((await say(method, `/uploads/${id}`, karim, headers)).status).toBe(404)
    expect((await say('HEAD', `/uploads/${id}`, fatiha)).status).toBe(200)
  })
})

describe('refused, each with a sentence', () => {
  test('without a session', async () => {
    expect((await say('POST', '/uploads/', null, { 'Upload-Length': '5' })).status).toBe(401)
  })

  test.each(['GET', 'PUT'])('%s: an upload is never read back', async (method) => {
    const id = idOf((await announce(5000, fatiha)).headers.get('location'))
    const answer = await say(method, `/uploads/${id}`, fatiha)
    expect(answer.status).toBe(405)
    expect(answer.headers.get('allow')).toBe('POST, HEAD, PATCH, DELETE, OPTIONS')
  })

  test.each([
    ['an empty file', 0, 400, 'Ce fichier est vide'],
    ['more than two gigabytes', 2 ** 31 + 1, 413, 'trop gros'],
    ['more than the member may keep', 200_000_001, 413, 'corbeille'],
  ])('%s', async (_what, bytes, status, words) => {
    const answer = await announce(bytes, fatiha)
    expect(answer.status).toBe(status)
    expect(await answer.text()).toContain(words)
  })

  test('what the member has already counts', async () => {
    for (let n = 0; n < 2; n++) expect((await announce(90_000_000, fatiha)).status).toBe(201)
    expect((await announce(90_000_000, fatiha)).status).toBe(413)
    expect((await announce(90_000_000, karim)).status).toBe(201)
  })

  test('a sixth upload while five are under way, unless one of them sleeps', async () => {
    const ids = []
    for (let n = 0; n < 5; n++) ids.push(idOf((await announce(10, fatiha)).headers.get('location')))
    const sixth = await announce(10, fatiha)
    expect(sixth.status).toBe(429)
    const longAgo = new Date(Date.now() - 7_200_000)
    await utimes(server.files.path(`arriving/${ids[2]}`), longAgo, longAgo)
    expect((await announce(10, fatiha)).status).toBe(201)
    expect((await say('HEAD', `/uploads/${ids[2]}`, fatiha)).status).toBe(404)
  })

  test('no room on the disk: 507, and again 200 once there is', async () => {
    const full = await serveUploads(radio.db, dataDir, { marginBytes: 2 ** 60 })
    const headers = { 'x-member': fatiha, 'Tus-Resumable': '1.0.0', 'Upload-Length': '10' }
    const answer = await fetch(full.endpoint, { method: 'POST', headers })
    expect(answer.status).toBe(507)
    expect(await answer.text()).toContain('plus assez de place')
    const id = idOf((await announce(10, fatiha)).headers.get('location'))
    const patch = { ...headers, 'Upload-Offset': '0', 'Content-Type': 'application/offset+octet-stream' }
    const rest = await fetch(full.endpoint + id, { method: 'PATCH', headers: patch, body: 'x' })
    expect(rest.status).toBe(507)
    await full.close()
    expect((await announce(10, fatiha)).status).toBe(201)
  })

  test.each([
    ['a path', 'HEAD', '/uploads/../originals/x', {}],
    ['a file of the store', 'HEAD', '/uploads/..%2foriginals', {}],
    ['an id in capitals', 'HEAD', '/uploads/6F9C2B1E-0D5A-4C57-9D55-0F0A4A7F9F10', {}],
    ['an unknown id', 'HEAD', '/uploads/6f9c2b1e-0d5a-4c57-9d55-0f0a4a7f9f10', {}],
    ['an upload of unknown length', 'POST', '/uploads/', { 'Upload-Defer-Length': '1' }],
    ['an upload in parts', 'POST', '/uploads/', { 'Upload-Concat': 'partial', 'Upload-Length': '5' }],
    ['a length that is none', 'POST', '/uploads/', { 'Upload-Length': '1e3' }],
    ['broken metadata', 'POST', '/uploads/', { 'Upload-Length': '5', 'Upload-Metadata': 'name !!' }],
    ['no version', 'POST', '/uploads/', { 'Upload-Length': '5', 'Tus-Resumable': '' }],
  ])('%s: an answer below 500', async (_what, method, path, headers) => {
    const { status } = await say(method, path, fatiha, headers)
    expect(status).toBeGreaterThanOrEqual(400)
    expect(status).toBeLessThan(500)
  })
})

test('an upload that nobody finished within a day is given up', async () => {
  const id = idOf((await announce(5000, fatiha)).headers.get('location'))
  await radio.db
    .update(uploads)
    .set({ createdAt: new Date(Date.now() - 25 * 3_600_000) })
    .where(eq(uploads.id, id))
  expect((await say('HEAD', `/uploads/${id}`, fatiha)).status).toBe(410)
  const next = await serveUploads(radio.db, dataDir)
  await next.close()
  expect((await say('HEAD', `/uploads/${id}`, fatiha)).status).toBe(404)
  expect(await readdir(server.files.path('arriving/xxxxxxxx').replace('/xxxxxxxx', ''))).not.toContain(id)
})
