import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { emptyData, removeData, runToEnd } from './radio.ts'

let data: string
beforeAll(async () => {
  data = await emptyData()
  const write = (name: string, text: string) => writeFileSync(join(data, name), text)
  write('texte.mp3', 'Ceci est un texte, pas un son.\n'.repeat(50))
  write('vide.wav', '')
  write('liste.mp3', '#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXTINF:10,\nfile:///etc/passwd\n')
  write('concat.mp3', "ffconcat version 1.0\nfile '/etc/passwd'\n")
})
afterAll(() => removeData(data))

const bobine = (args: string[], environment: Record<string, string> = {}) =>
  runToEnd(['lib/bobine.ts', ...args], { BOBINE_DATA: data, PORT: '4999', ...environment })

describe('the command line', () => {
  test.each([
    ['nothing', [], 2, /Usage: /],
    ['an unknown command', ['coucou'], 2, /Usage: /],
    ['a name of all objects', ['constructor'], 2, /Usage: /],
    ['an unknown option', ['invite', '--nom', 'Nadia'], 2, /Usage: /],
    ['nothing to measure', ['measure'], 2, /Which file/],
    [
      'a file that is not there',
      ['measure', '/nulle/part.wav'],
      1,
      /no file to measure at \/nulle\/part\.wav/,
    ],
    ['a directory', ['measure', '/tmp'], 1, /no file to measure/],
  ])('%s: a sentence and an exit code', async (_what, args, code, words) => {
    const run = await bobine(args)
    expect(run).toMatchObject({ code, output: expect.stringMatching(words) })
    expect(run.output).not.toMatch(/^ {4}at /m)
  })

  test.each([
    ['texte.mp3', 'sound.not-audio', 'holds no sound'],
    ['vide.wav', 'sound.empty', 'is empty'],
    ['liste.mp3', 'sound.script', 'is a playlist'],
    ['concat.mp3', 'sound.script', 'is a playlist'],
  ])('measure %s: %s', async (name, refused, because) => {
    const { code, output } = await bobine(['measure', join(data, name)])
    expect(code).toBe(1)
    expect(JSON.parse(output)).toMatchObject({ refused, because: expect.stringContaining(because) })
  })

  test.each([
    [
      'the database and ffmpeg',
      { FFMPEG_PATH: '/nulle/part', POSTGRES_URL: 'postgres://x@127.0.0.1:1/x' },
      /WRONG {2}ffmpeg [\s\S]*WRONG {2}database .*ECONNREFUSED/,
    ],
    ['the data directory', { BOBINE_DATA: '/etc/passwd/x' }, /WRONG {2}disk .*cannot be written/],
  ])('doctor exits 1 when %s is wrong', async (_what, environment, words) => {
    expect(await bobine(['doctor'], environment)).toMatchObject({
      code: 1,
      output: expect.stringMatching(words),
    })
  })
})
