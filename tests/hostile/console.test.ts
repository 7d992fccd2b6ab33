import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
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
  const tool = process.env.FFMPEG_PATH || 'ffmpeg'
  const noise = ['-f', 'lavfi', '-t', '3', '-i', 'anoisesrc=color=pink:seed=3:a=0.6']
  execFileSync(tool, ['-v', 'error', ...noise, join(data, 'voix.wav')])
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
    ['nothing to normalise', ['normalise'], 2, /Which file, and where to/],
    ['nowhere to', ['normalise', 'a.wav'], 2, /Which file, and where to/],
    ['no such loudness', ['normalise', 'a.wav', '--lufs', '16', '-o', 'b.mp3'], 2, /between -40 and -5/],
    ['no number', ['normalise', 'a.wav', '--lufs', 'fort', '-o', 'b.mp3'], 2, /Usage: /],
    ['no such peak', ['normalise', 'a.wav', '--dbtp', '3', '-o', 'b.mp3'], 2, /between -20 and 0/],
    ['no such sound', ['normalise', '/nulle/part.wav', '-o', 'b.mp3'], 1, /no sound at \/nulle\/part/],
    ['no such master', ['render', 'next', '--master', 'cassette'], 2, /Usage: /],
    ['no episode', ['render'], 2, /Which episode/],
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
    const path = join(data, name)
    const inWords = await bobine(['measure', path, '--words'])
    expect(inWords).toMatchObject({ code: 1, output: expect.stringContaining(`${path} cannot be measured.`) })
    expect(inWords.output).toContain(because)
    const { code, output } = await bobine(['measure', path, '--json'])
    expect(code).toBe(1)
    expect(JSON.parse(output)).toMatchObject({ refused, because: expect.stringContaining(because) })
  })

  test('measure tells a sound in words, or as JSON', async () => {
    const path = join(data, 'voix.wav')
    const { code, output } = await bobine(['measure', path, '--words'])
    expect(code).toBe(0)
    expect(output).toMatch(/format {4}pcm_s16le, mono, 48 kHz|format {4}pcm_s16le, mono, 44.1 kHz/)
    expect(output).toMatch(
      /length {4}0:03\.0\n {2}loudness {2}-\d+\.\d LUFS, range \d\.\d LU\n {2}peak {6}-\d/,
    )
    const read = JSON.parse((await bobine(['measure', path])).output)
    expect(read).toMatchObject({ codec: 'pcm_s16le', channels: 1, durationMs: 3000, warnings: [] })
    expect(read.integratedLufs).toBeLessThan(-15)
  })

  test('normalise tells before and after, and overwrites only when told to', async () => {
    const [from, to] = [join(data, 'voix.wav'), join(data, 'voix.mp3')]
    const first = await bobine(['normalise', from, '--lufs', '-16', '--dbtp', '-1', '-o', to])
    expect(first).toMatchObject({ code: 0 })
    expect(first.output).toMatch(/before {2}-\d+\.\d LUFS[\s\S]*after {3}-1(6\.[01]|5\.9) LUFS.*peak -\d/)
    const kept = readFileSync(to)
    expect(await bobine(['normalise', from, '-o', to])).toMatchObject({
      code: 1,
      output: expect.stringMatching(/is there already\. Choose another name, or add --force/),
    })
    expect(readFileSync(to)).toEqual(kept)
    expect(await bobine(['normalise', from, '--lufs=-23', '-o', to, '--force'])).toMatchObject({ code: 0 })
    expect(readFileSync(to)).not.toEqual(kept)
  })

  test.each([
    ['texte.mp3', 'non.mp3', 'holds no sound'],
    ['voix.wav', 'non.wma', 'should end in one of .mp3'],
    ['voix.wav', 'voix.wav', 'must not take the place of the sound itself'],
    ['voix.wav', 'nulle/part/non.mp3', 'There is no directory'],
  ])('normalise %s to %s: %s', async (name, out, words) => {
    const run = await bobine(['normalise', join(data, name), '-o', join(data, out), '--force'])
    expect(run).toMatchObject({ code: 1, output: expect.stringContaining(words) })
    expect(run.output).not.toMatch(/^ {4}at /m)
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
