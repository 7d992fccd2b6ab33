import { describe, expect, test } from 'vitest'
import { type Cue, srt, transcriptCues, vtt } from '#lib/publishing/transcript.ts'
import { horrors } from './horrors.ts'

const part = (speaker: string, startMs: number, endMs: number, ...paragraphs: string[]) => ({
  chapter: 'Les citrons',
  speaker,
  startMs,
  endMs,
  paragraphs,
})
const long =
  'Ce matin-là, la conserverie mobile est arrivée sur la place du marché avec deux cents kilos de citrons. '
const conserverie = [
  part('Nadia', 0, 20_000, 'Bonjour et bienvenue sur La Bobine !'),
  part('Fatiha', 20_000, 80_000, long.repeat(3), 'Et voilà.'),
  part('Jean-Baptiste de la Conserverie', 20_000, 80_000, 'Oui.', long),
]
const words = (cues: readonly Cue[]) => cues.flatMap((cue) => cue.lines.join(' ').split(' '))

describe('cues', () => {
  const cues = transcriptCues(conserverie, 80_000)

  test('say every word once, in order', () => {
    const said = conserverie.flatMap((p) => p.paragraphs).flatMap((text) => text.trim().split(' '))
    expect(words(cues)).toEqual(said)
  })

  test('follow each other from the first to the last moment of each chapter', () => {
    expect(cues.at(0)?.startMs).toBe(0)
    expect(cues.at(-1)?.endMs).toBe(80_000)
    for (const [at, cue] of cues.entries()) {
      expect(cue.endMs).toBeGreaterThan(cue.startMs)
      expect(cue.startMs).toBe(cues[at - 1]?.endMs ?? 0)
      expect(Number.isInteger(cue.endMs)).toBe(true)
    }
    expect(cues.find((cue) => cue.speaker === 'Fatiha')?.startMs).toBe(20_000)
  })

  test('get a share of the chapter by their number of words', () => {
    const shared = transcriptCues([part('', 0, 10_000, 'un deux trois', 'quatre')], 10_000)
    expect(shared.map((cue) => [cue.startMs, cue.endMs])).toEqual([
      [0, 7500],
      [7500, 10_000],
    ])
  })

  test('open a turn when another voice speaks, not at each chapter', () => {
    const turns = transcriptCues(
      [part('Nadia', 0, 1000, 'Un.'), part('Nadia', 1000, 2000, 'Deux.'), part('Léa', 2000, 3000, 'Trois.')],
      3000,
    )
    expect(turns.map((cue) => cue.opensTurn)).toEqual([true, false, true])
  })

  test.each([
    ['a chapter that lasts nothing', [part('A', 5, 5, 'Mot')], 1000, 0],
    ['one after the end', [part('A', 2000, 3000, 'Mot')], 1000, 0],
    ['no text', [part('A', 0, 1000, '', '  ')], 1000, 0],
    ['no part', [], 1000, 0],
    ['one that runs over the end', [part('A', 0, 3000, 'Mot')], 1000, 1],
  ])('%s gives nothing outside the episode', (_, parts, durationMs, count) => {
    const made = transcriptCues(parts, durationMs)
    expect(made).toHaveLength(count)
    for (const cue of made) expect(cue.endMs).toBeLessThanOrEqual(durationMs)
  })

  test('chapters that overlap are told one after the other', () => {
    const made = transcriptCues([part('A', 0, 600, 'Un'), part('B', 400, 1000, 'Deux')], 1000)
    expect(made.map((cue) => [cue.startMs, cue.endMs])).toEqual([
      [0, 600],
      [600, 1000],
    ])
  })
})

const odd = [
  ...conserverie,
  part(
    'Le très long nom de quelqu’un qui en a plusieurs',
    0,
    9000,
    'https://radio.example/une/adresse/sans/aucun/espace/du/tout',
  ),
  part('Z', 0, 9000, `z${'\u0301'.repeat(100)}algo`, '🎺'.repeat(50), `Il dit : « 5 --> 6 »\u00a0!`),
  ...horrors.map(([typed]) => part(typed, 0, 9000, typed, `${typed} ${typed}`)),
]

describe('files', () => {
  const cues = transcriptCues(odd, 80_000)

  test('SRT: at most two lines of 32 characters, the name counted, numbered from 1', () => {
    const blocks = srt(cues).trimEnd().split('\n\n')
    expect(blocks).toHaveLength(cues.length)
    for (const [at, block] of blocks.entries()) {
      const [number, times, ...lines] = block.split('\n')
      expect(number).toBe(String(at + 1))
      expect(times).toMatch(/^\d\d:[0-5]\d:[0-5]\d,\d{3} --> \d\d:[0-5]\d:[0-5]\d,\d{3}$/)
      expect(lines.length).toBeLessThanOrEqual(2)
      for (const line of lines) expect(line.length).toBeLessThanOrEqual(32)
      expect(lines.join('')).not.toContain('-->')
    }
  })

  test('VTT: lines under 65 characters, voices named, nothing that closes a cue early', () => {
    const [header, ...blocks] = vtt(cues).trimEnd().split('\n\n')
    expect(header).toBe('WEBVTT')
    expect(blocks).toHaveLength(cues.length)
    for (const block of blocks) {
      const [times, ...lines] = block.split('\n')
      expect(times).toMatch(/^\d\d:[0-5]\d:[0-5]\d\.\d{3} --> \d\d:[0-5]\d:[0-5]\d\.\d{3}$/)
      expect(lines.length).toBeLessThanOrEqual(2)
      for (const line of lines) {
        expect(line).not.toContain('-->')
        expect(unescaped(line.replace(/^<v [^>]*>/, '')).length).toBeLessThanOrEqual(65)
      }
    }
  })

  test('name the speaker as each format does', () => {
    const two = transcriptCues(
      [part('Fatiha', 0, 61_500, 'Les citrons & le sel.'), part('Léa', 61_500, 62_000, 'Oui !')],
      62_000,
    )
    expect(vtt(two)).toBe(
      'WEBVTT\n\n00:00:00.000 --> 00:01:01.500\n<v Fatiha>Les citrons &amp; le sel.\n\n00:01:01.500 --> 00:01:02.000\n<v Léa>Oui !\n',
    )
    expect(srt(two)).toBe(
      '1\n00:00:00,000 --> 00:01:01,500\nFatiha: Les citrons & le sel.\n\n2\n00:01:01,500 --> 00:01:02,000\nLéa: Oui !\n',
    )
  })
})

function unescaped(line: string): string {
  return line.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}
