import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { openCache } from '#lib/master/cache.server.ts'
import type { MasterItem } from '#lib/master/items.ts'
import { podcastTargets } from '#lib/master/items.ts'
import { usualLevelling } from '#lib/master/level.ts'
import { makeMixed } from '#lib/master/mixdown.server.ts'
import { renderMaster } from '#lib/master/render.server.ts'
import { prepareSound } from '#lib/sound/prepare.server.ts'
import { race } from './stopwatch.ts'

const run = promisify(execFile)
const ffmpeg = process.env.FFMPEG_PATH ?? 'ffmpeg'
const quiet = ['-v', 'error', '-y', '-nostdin']

/** Twelve lines of five minutes: voices mostly, as a show has them, in the formats that arrive. */
const lines: { name: string; source: string; coding: string[]; stereo?: boolean }[] = [
  { name: 'theme.flac', source: music(1), coding: [], stereo: true },
  { name: 'studio-1.wav', source: voice(1, -8), coding: [] },
  { name: 'phone-1.m4a', source: voice(2, -26), coding: ['-c:a', 'aac', '-b:a', '64k'] },
  { name: 'street.mp3', source: voice(3, -14), coding: ['-b:a', '128k'], stereo: true },
  { name: 'studio-2.flac', source: voice(4, -12), coding: [] },
  { name: 'browser.webm', source: voice(5, -20), coding: ['-c:a', 'libopus', '-b:a', '48k'] },
  { name: 'song.mp3', source: music(6), coding: ['-b:a', '192k'], stereo: true },
  { name: 'studio-3.wav', source: voice(7, -10), coding: ['-ar', '44100'] },
  { name: 'phone-2.ogg', source: voice(8, -28), coding: ['-c:a', 'libopus', '-b:a', '32k'] },
  { name: 'dictaphone.mp3', source: voice(9, -18), coding: ['-ar', '22050', '-b:a', '64k'] },
  { name: 'studio-4.wav', source: voice(10, -6), coding: [] },
  { name: 'phone-3.m4a', source: voice(11, -24), coding: ['-c:a', 'aac', '-b:a', '96k'] },
]

// Pulses through a moving formant in syllables and sentences, with hissed consonants: peaks and pauses of a voice.
function voice(seed: number, db: number): string {
  const pulse = `exp(-300*mod(t,1/${100 + 5 * seed}))*sin(2*PI*(500+30*${seed}+200*sin(3*t))*mod(t,1/${100 + 5 * seed}))`
  const sentences = `pow(abs(sin(${4 + seed / 10}*t)),1.5)*gt(sin(t*0.9+${seed}),-0.5)`
  return `aevalsrc='0.9*${sentences}*${pulse}+0.03*random(0)*gt(sin(11*t),0.8)':s=48000,volume=${db}dB`
}
function music(seed: number): string {
  return `anoisesrc=r=48000:color=brown:seed=${seed}:a=0.8,tremolo=f=2:d=0.8`
}

type Made = { item: MasterItem; original: string }

async function makeLine(
  room: string,
  { name, source, coding, stereo }: (typeof lines)[number],
  seconds: number,
): Promise<Made> {
  const original = join(room, name)
  const spread = stereo ? ['-af', 'aformat=channel_layouts=stereo,extrastereo=m=1,adelay=0|11'] : ['-ac', '1']
  await run(ffmpeg, [
    ...quiet,
    '-f',
    'lavfi',
    '-t',
    `${seconds}`,
    '-i',
    source,
    ...spread,
    ...coding,
    original,
  ])
  const { measurement, mezzanine } = await prepareSound(original, join(room, `${name}.prepared`))
  const { durationMs, subBlocks, waveform, truePeakDbtp, channels } = measurement
  const id = createHash('sha256').update(name).update(waveform).digest('hex')
  const kind = source.startsWith('anoise') ? 'music' : 'voice'
  const figures = { durationMs, subBlocks, waveform, truePeakDbtp, channels: channels === 1 ? 1 : 2 } as const
  const item: MasterItem = {
    ...{ id: name, title: name, who: '', kind, barred: null, parts: [], offsetDb: 0, fadeInMs: 0 },
    ...{ fadeOutMs: 0, bed: null, joinMs: 0, sound: { id, file: mezzanine, ...figures } },
  }
  return { item, original }
}

/**
 * An hour of twelve lines in mixed formats: Fabriquer from nothing, after one change, and with new tags, beside
 * (a) decoding, joining and encoding in one process, and (b) what everyone does, two passes of loudnorm on the
 * joined programme. `BENCH_MINUTES` shortens the hour, `BENCH_ROUNDS` says how often (five unless told).
 */
export async function benchAudio() {
  const minutes = Number(process.env.BENCH_MINUTES ?? 60)
  const rounds = Number(process.env.BENCH_ROUNDS ?? 5)
  const room = await mkdtemp(join(tmpdir(), 'bobine-bench-'))
  try {
    const made: Made[] = []
    for (const line of lines) made.push(await makeLine(room, line, (minutes * 60) / lines.length))
    const items = made.map(({ item }) => item)
    const cache = { folder: join(room, 'cache'), mostBytes: 1e10 }
    const usual = await levelAll(cache, items)
    const out = join(room, 'podcast.mp3')
    const tags = { title: 'Une heure', artist: 'a', album: 'b', language: 'fra' }
    const render = (which: readonly MasterItem[], title = tags.title) =>
      renderMaster(
        which,
        out,
        { lastTrimDb },
        { cache, format: { kind: 'podcast', tags: { ...tags, title } } },
      )
    let lastTrimDb: number | null = null
    let turn = 0
    const forget = () => removeChunks(cache.folder)
    const multiple = (ms: number) => `${((minutes * 60_000) / ms).toFixed(0)}× real time`
    await race(
      [
        {
          name: 'Fabriquer, from nothing encoded',
          run: async () => {
            await forget()
            lastTrimDb = (await render(items)).plan.trimDb
          },
          note: multiple,
        },
        {
          name: 'one line changed (softer by 0.1 dB more)',
          run: () => render(items.map((item, i) => (i === 4 ? { ...item, offsetDb: -0.1 * ++turn } : item))),
          note: multiple,
        },
        { name: 'only the tags changed', run: () => render(items, `Une heure ${++turn}`), note: multiple },
        {
          name: '(a) decode, join, encode, one process',
          run: () => joinAndEncode(room, made),
          note: multiple,
        },
        {
          name: '(b) two passes of loudnorm, then encode',
          run: () => loudnormTwice(room, made),
          note: multiple,
        },
      ],
      rounds,
      // Minutes long: what a first run has to read from disk does not show.
      0,
    )
    const master = await render(items)
    process.stdout.write(
      `  ${usual} of ${items.length} limited beforehand; ${master.rounds} round(s), ${master.integratedLufs?.toFixed(2)} LUFS, ${master.truePeakDbtp?.toFixed(2)} dBTP, foreseen ${master.plan.predictedLufs?.toFixed(2)}\n`,
    )
  } finally {
    await rm(room, { recursive: true, force: true })
  }
}

/** What the job after each upload does. */
async function levelAll(
  cache: { folder: string; mostBytes: number },
  items: readonly MasterItem[],
): Promise<number> {
  await openCache(cache)
  let made = 0
  for (const { sound, kind } of items) {
    const mixdown = sound && usualLevelling(sound, kind, podcastTargets)
    if (!mixdown) continue
    await makeMixed(cache, mixdown)
    made++
  }
  return made
}

async function removeChunks(folder: string) {
  await run('find', [folder, '-name', '*.mp3*', '-delete'])
}

const inputs = (made: readonly Made[]) => made.flatMap(({ original }) => ['-i', original])
const joined = (made: readonly Made[]) =>
  `${made.map((_, i) => `[${i}:a]aformat=sample_fmts=fltp:sample_rates=48000:channel_layouts=stereo[s${i}]`).join(';')};${made.map((_, i) => `[s${i}]`).join('')}concat=n=${made.length}:v=0:a=1`
const mp3 = ['-c:a', 'libmp3lame', '-b:a', '128k', '-ar', '48000']

async function joinAndEncode(room: string, made: readonly Made[]) {
  const graph = ['-filter_complex', `${joined(made)}[out]`, '-map', '[out]']
  await run(ffmpeg, [...quiet, ...inputs(made), ...graph, ...mp3, join(room, 'a.mp3')])
}

/** Two passes at 48 kHz, as ffmpeg-normalize runs them on a joined file. */
async function loudnormTwice(room: string, made: readonly Made[]) {
  const whole = join(room, 'whole.wav')
  await run(ffmpeg, [
    ...quiet,
    ...inputs(made),
    '-filter_complex',
    `${joined(made)}[out]`,
    '-map',
    '[out]',
    whole,
  ])
  const first = ['-af', 'loudnorm=I=-16:TP=-1:LRA=11:print_format=json', '-f', 'null', '-']
  const { stderr } = await run(ffmpeg, ['-hide_banner', '-nostdin', '-i', whole, ...first])
  const found = (key: string) => new RegExp(`"${key}" : "([^"]+)"`).exec(stderr)?.[1] ?? '0'
  const measured = [
    ...[`measured_I=${found('input_i')}`, `measured_TP=${found('input_tp')}`],
    ...[`measured_LRA=${found('input_lra')}`, `measured_thresh=${found('input_thresh')}`],
    ...[`offset=${found('target_offset')}`, 'linear=true'],
  ].join(':')
  const second = `loudnorm=I=-16:TP=-1:LRA=11:${measured}`
  await run(ffmpeg, [...quiet, '-i', whole, '-af', second, ...mp3, join(room, 'b.mp3')])
}
