import { execFile } from 'node:child_process'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { exampleContent } from '#lib/example/content.ts'
import type { ExampleEpisode, ExampleItem } from '#lib/example/shape.ts'
import { probe } from '#lib/machine/ffmpeg-probe.server.ts'

const run = promisify(execFile)
const folder = new URL('../../public/exemple/', import.meta.url).pathname
const { episodes, houses, members, rubrics, sounds, stories, themes } = exampleContent

const sum = (numbers: number[]) => numbers.reduce((total, n) => total + n, 0)
const clock = (ms: number) => `${Math.floor(ms / 60_000)}:${String((ms / 1000) % 60).padStart(2, '0')}`
const antenneMs = (episode: ExampleEpisode) => sum(episode.rundown.map((item) => item.plannedMs))
const soundOf = (file: string | null) => sounds.find((sound) => sound.file === file)

function podcastMs(episode: ExampleEpisode): number {
  const bridgeMs = soundOf(episode.podcastBridge)?.durationMs ?? Number.NaN
  return sum(episode.rundown.map((item) => (item.goesTo === 'antenne' ? bridgeMs : item.plannedMs)))
}

function episodeOf(key: ExampleEpisode['key']): ExampleEpisode {
  const found = episodes.find((episode) => episode.key === key)
  if (found === undefined) throw new Error(`No episode ${key}`)
  return found
}

describe('the episode in the making is the sample rundown', () => {
  const making = episodeOf('making')
  const sample = [
    ['theme', '0:30', '0:30'],
    ['voice', '0:55', '1:25'],
    ['sting', '0:05', '1:30'],
    ['voice', '0:20', '1:50'],
    ['clip', '1:10', '3:00'],
    ['studioTalk', '6:30', '9:30'],
    ['music', '3:20', '12:50'],
    ['sting', '0:05', '12:55'],
    ['voice', '0:20', '13:15'],
    ['insert', '1:40', '14:55'],
    ['studioTalk', '7:00', '21:55'],
    ['voice', '1:00', '22:55'],
    ['voice', '1:45', '24:40'],
    ['studioTalk', '1:40', '26:20'],
    ['voice', '0:40', '27:00'],
    ['theme', '0:30', '27:30'],
  ]

  test('its sixteen lines have their kind, their length and their end', () => {
    const lines = making.rundown.map((item, i) => [
      item.kind,
      clock(item.plannedMs),
      clock(sum(making.rundown.slice(0, i + 1).map(({ plannedMs }) => plannedMs))),
    ])
    expect(lines).toEqual(sample)
  })

  test('it fills its slot to the second', () => expect(clock(making.targetMs)).toBe('27:30'))

  test('the podcast bridges the song with the show’s own sting', () => {
    expect(clock(podcastMs(making))).toBe('24:15')
    expect(making.rundown.filter((item) => item.goesTo === 'antenne').map((item) => item.kind)).toEqual([
      'music',
    ])
  })
})

describe('the other two episodes', () => {
  test('the published one lasts between twelve and fourteen minutes', () => {
    expect(podcastMs(episodeOf('published'))).toBeGreaterThanOrEqual(12 * 60_000)
    expect(antenneMs(episodeOf('published'))).toBeLessThanOrEqual(14 * 60_000)
  })

  test('the planned one has no sound yet', () =>
    expect(episodeOf('planned').rundown.filter((item) => item.sound !== null)).toEqual([]))
})

describe('everything that is named exists', () => {
  const items: ExampleItem[] = episodes.flatMap((episode) => episode.rundown)
  const names = members.map((member) => member.name)

  test('fourteen people: eleven residents, one for the technique, two for the coordination', () => {
    expect(new Set(names).size).toBe(14)
    const count = (role: string) => members.filter((member) => member.role === role).length
    expect([count('resident'), count('technique'), count('coordination')]).toEqual([11, 1, 2])
    for (const member of members) expect(houses).toContain(member.house)
  })

  test.each(stories.map((story) => [story.key, story] as const))('the story %s', (_, story) => {
    expect(names).toEqual(expect.arrayContaining([story.author, ...story.people]))
    expect(themes).toEqual(expect.arrayContaining(story.themes))
    expect(story.themes.length).toBeLessThanOrEqual(3)
    if (story.rubric !== null) expect(rubrics).toContain(story.rubric)
    expect(story.text.length).toBeGreaterThan(0)
  })

  test('items name stories and sounds that exist, and their planned length is the sound’s', () => {
    const keys = stories.map((story) => story.key)
    for (const item of items) {
      if (item.story !== null) expect(keys).toContain(item.story)
      if (item.sound !== null) expect(soundOf(item.sound)?.durationMs).toBe(item.plannedMs)
    }
  })

  test('keys, titles and files are unique', () => {
    for (const list of [stories.map((s) => s.key), stories.map((s) => s.title), sounds.map((s) => s.file)])
      expect(new Set(list).size).toBe(list.length)
  })

  test('the stories wait in every state', () =>
    expect(new Set(stories.map((story) => story.state))).toEqual(
      new Set(['idea', 'draft', 'toReview', 'ready', 'recorded', 'aired']),
    ))
})

describe('the words are set as French is set', () => {
  const words = JSON.stringify(stories)

  test.each([
    ['no typewriter apostrophe', /\p{L}'\p{L}/u],
    ['no plain space before ? ! ; :', /[\p{L}\d] [?!;:]/u],
    ['no mark glued to its word', /\p{L}[?!;]/u],
    ['no plain space inside guillemets', /« | »/],
  ])('%s', (_, fault) => expect(words.match(fault)?.[0]).toBeUndefined())
})

describe('the shipped sounds', () => {
  test.each(sounds.map((sound) => [sound.file, sound] as const))('%s', async (file, sound) => {
    const facts = await probe(join(folder, file))
    expect(Math.abs((facts.durationMs ?? Number.NaN) - sound.durationMs)).toBeLessThan(100)
    expect([facts.codec, facts.channels]).toEqual(['opus', sound.channels])
  })

  test.each(sounds.map((sound) => [sound.file]))('%s has no dead air', async (file) => {
    const quietFor2S = ['-af', 'silencedetect=noise=-50dB:d=2', '-f', 'null', '-']
    const { stderr } = await run(process.env.FFMPEG_PATH || 'ffmpeg', [
      '-hide_banner',
      '-i',
      join(folder, file),
      ...quietFor2S,
    ])
    expect(stderr).not.toContain('silence_start')
  })

  test('nothing lies beside them but their credits, and all weigh at most 8 MB', async () => {
    const files = await readdir(folder)
    expect(files.toSorted()).toEqual(['CREDITS.md', ...sounds.map((sound) => sound.file)].toSorted())
    const sizes = await Promise.all(files.map(async (file) => (await stat(join(folder, file))).size))
    expect(sum(sizes)).toBeLessThanOrEqual(8_000_000)
  })

  test('quiet takes and loud ones, mono and stereo: the master has something to bring together', () => {
    const levels = sounds.map((sound) => sound.integratedLufs)
    expect(Math.min(...levels)).toBe(-28)
    expect(Math.max(...levels)).toBe(-14)
    expect(new Set(sounds.filter((sound) => sound.story).map((sound) => sound.channels))).toEqual(
      new Set([1, 2]),
    )
  })
})
