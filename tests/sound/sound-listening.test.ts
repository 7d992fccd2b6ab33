import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { clips, members } from '#lib/db/schema.ts'
import { type FileStore, openFiles } from '#lib/machine/files.server.ts'
import { serveListening } from '#lib/sound/listening.server.ts'
import { testDatabase } from '#tests/database.ts'
import { listenOnLoopback } from '#tests/machine/http-server.ts'
import { memberOfHeader } from './upload-server.ts'

const radio = testDatabase()
const id = '6f9c2b1e-0d5a-4c57-9d55-0f0a4a7f9f10'
let dataDir: string
let files: FileStore
let fatiha: string
let karim: string
let server: Awaited<ReturnType<typeof listenOnLoopback>>

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'bobine-listening-'))
  files = await openFiles(dataDir)
  const [one, two] = await radio.db
    .insert(members)
    .values([
      { name: 'Fatiha', role: 'resident' },
      { name: 'Karim', role: 'resident' },
    ])
    .returning()
  fatiha = one?.id ?? ''
  karim = two?.id ?? ''
  await keep(`listening/${id}.mp3`, 'abcdefghij')
  await keep(`originals/${id}`, '<script>alert(1)</script>')
  await radio.db.insert(clips).values({
    id,
    title: 'Voix',
    ownerId: fatiha,
    state: 'ready',
    originalName: 'Ma voix.html',
    originalFile: `originals/${id}`,
    listeningFile: `listening/${id}.mp3`,
    sizeBytes: 25,
  })
  server = await listenOnLoopback((request, response) =>
    serveListening(request, response, { db: radio.db, findActor: memberOfHeader(radio.db) }),
  )
})
afterAll(async () => {
  await server.close()
  await rm(dataDir, { recursive: true, force: true })
})

async function keep(key: string, content: string) {
  const folder = await files.workFolder('test')
  await writeFile(join(folder, 'x'), content)
  await files.put(key, join(folder, 'x'))
}

const ask = (path: string, memberId = fatiha, ...headers: string[]) =>
  server.ask([`GET /ecouter/${path} HTTP/1.1`, `x-member: ${memberId}`, ...headers].join('\n'))

test('a member hears their sound, by ranges, and no shared cache keeps it', async () => {
  const whole = await ask(`${id}.mp3`)
  expect(whole).toMatchObject({
    status: 200,
    headers: {
      'content-type': 'audio/mpeg',
      'cache-control': 'private, max-age=3600',
      'content-length': '10',
    },
  })
  const part = await ask(`${id}.mp3`, fatiha, 'Range: bytes=2-4')
  expect(part.headers['content-range']).toBe('bytes 2-4/10')
  expect(part.body.toString()).toBe('cde')
})

test('the original is saved under its name, never shown', async () => {
  const original = await ask(`${id}/original`)
  expect(original.headers).toMatchObject({
    'content-type': 'application/octet-stream',
    'x-content-type-options': 'nosniff',
  })
  expect(original.headers['content-disposition']).toContain('attachment')
  expect(original.headers['content-disposition']).toContain('Ma voix.html')
})

describe('everything else is one and the same 404', () => {
  test.each([
    ['somebody else’s sound', () => ask(`${id}.mp3`, karim)],
    ['somebody else’s original', () => ask(`${id}/original`, karim)],
    ['a visitor', () => server.ask(`GET /ecouter/${id}.mp3 HTTP/1.1`)],
    ['an unknown sound', () => ask(`${id.replace('6', '7')}.mp3`)],
    ['a sound of no shape', () => ask('x.mp3')],
    ['an id that is none', () => ask('------------------------------------.mp3')],
    ['another ending', () => ask(`${id}.flac`)],
    ['a path', () => ask(`${id}/../${id}.mp3`)],
  ])('%s', async (_what, asked) => {
    const { status, body } = await asked()
    expect(status).toBe(404)
    expect(body.toString()).toBe('Ce son n’existe pas, ou il n’est pas ouvert pour vous.\n')
    expect(server.failures).toEqual([])
  })
})
