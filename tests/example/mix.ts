import { execFile } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { dice, musicHz, type Stereo } from './instruments.ts'
import { type SpokenLine, speechHz } from './speech.ts'
import { voices } from './voices.ts'

const run = promisify(execFile)

/** Where a voice was recorded: what the microphone and the walls do to it. */
export type Place = 'studio' | 'kitchen' | 'street' | 'car'

/** Takes away the synthesiser's rasp and buzz, then gives each place its own colour. */
const warmth =
  'highpass=f=75,equalizer=f=210:t=q:w=1:g=3,equalizer=f=2900:t=q:w=1.2:g=-4,equalizer=f=5200:t=q:w=1.5:g=-3,lowpass=f=8200,acompressor=threshold=0.12:ratio=2.5:attack=8:release=160'
const microphones: Record<Place, string> = {
  studio: warmth,
  kitchen: `${warmth},highpass=f=160,lowpass=f=6000`,
  street: `${warmth},highpass=f=130`,
  car: `${warmth},highpass=f=110,lowpass=f=6800`,
}
const roomS: Record<Place, number> = { studio: 0.16, kitchen: 0.42, street: 0.12, car: 0.1 }
const roomGain: Record<Place, number> = { studio: 0.16, kitchen: 0.34, street: 0.1, car: 0.24 }

/** Mixes voices, their room and the ambience into a stereo file at 48 kHz; returns its path. */
export async function mixSpeech(
  folder: string,
  lines: SpokenLine[],
  durationMs: number,
  place: Place,
  ambience: Stereo,
): Promise<string> {
  const people = [...new Set(lines.map((line) => line.by))]
  const inputs: string[] = []
  for (const [i, by] of people.entries()) {
    const track = trackOf(
      lines.filter((line) => line.by === by),
      durationMs,
    )
    inputs.push(
      '-f',
      'f32le',
      '-ar',
      `${speechHz}`,
      '-ac',
      '1',
      '-i',
      await keep(folder, `voice-${i}.f32`, track),
    )
  }
  inputs.push(...(await stereoInput(folder, 'room.f32', room(roomS[place], 5))))
  inputs.push(...(await stereoInput(folder, 'ambience.f32', ambience)))
  const mixed = join(folder, 'mixed.wav')
  const graph = speechGraph(people, place)
  await run('ffmpeg', [
    '-y',
    '-v',
    'error',
    ...inputs,
    '-filter_complex',
    graph,
    '-map',
    '[out]',
    '-ar',
    '48000',
    mixed,
  ])
  return mixed
}

function speechGraph(people: string[], place: Place): string {
  const heard = people.map((by, i) => {
    const angle = (((voices[by]?.pan ?? 0) + 1) * Math.PI) / 4
    const sides = `c0=${Math.cos(angle).toFixed(3)}*c0|c1=${Math.sin(angle).toFixed(3)}*c0`
    return `[${i}:a]aresample=48000,${microphones[place]},pan=stereo|${sides}[v${i}]`
  })
  const all = people.map((_, i) => `[v${i}]`).join('')
  return [
    ...heard,
    `${all}amix=inputs=${people.length}:normalize=0,asplit[near][toRoom]`,
    `[toRoom][${people.length}:a]afir=dry=1:wet=1:gtype=gn[far]`,
    `[far]volume=${roomGain[place]}[farSoft]`,
    `[near][farSoft][${people.length + 1}:a]amix=inputs=3:normalize=0:duration=longest[out]`,
  ].join(';')
}

/** Music keeps its own room: a small hall. */
export async function mixMusic(folder: string, sound: Stereo): Promise<string> {
  const mixed = join(folder, 'mixed.wav')
  const inputs = [
    ...(await stereoInput(folder, 'music.f32', sound)),
    ...(await stereoInput(folder, 'room.f32', room(1.3, 9))),
  ]
  const graph =
    '[0:a]equalizer=f=180:t=q:w=1:g=2,equalizer=f=3500:t=q:w=1:g=-2,asplit[near][toRoom];' +
    '[toRoom][1:a]afir=dry=1:wet=1:gtype=gn,highpass=f=200,volume=0.22[far];' +
    '[near][far]amix=inputs=2:normalize=0[out]'
  await run('ffmpeg', [
    '-y',
    '-v',
    'error',
    ...inputs,
    '-filter_complex',
    graph,
    '-map',
    '[out]',
    '-ar',
    '48000',
    mixed,
  ])
  return mixed
}

/** Brings a mix to its level and its exact length, and writes it as Opus. */
export async function toOpus(
  mixed: string,
  target: string,
  sound: { durationMs: number; channels: 1 | 2; integratedLufs: number; title: string; music: boolean },
): Promise<void> {
  const mono = sound.channels === 1 ? 'pan=mono|c0=0.5*c0+0.5*c1,' : ''
  const measured = await loudness(mixed, mono)
  const seconds = (sound.durationMs / 1000).toFixed(3)
  const gain = (sound.integratedLufs - measured).toFixed(2)
  // The limiter's level=0 keeps it from raising everything back up to full scale.
  const chain = `${mono}volume=${gain}dB,alimiter=limit=0.84:level=0:attack=4:release=80,apad,atrim=0:${seconds}`
  const codec = sound.music
    ? ['-b:a', '32k', '-application', 'audio']
    : ['-b:a', sound.channels === 2 ? '30k' : '20k', '-application', 'voip']
  await run('ffmpeg', [
    ...['-y', '-v', 'error', '-i', mixed, '-af', chain, '-c:a', 'libopus', '-vbr', 'on', ...codec],
    ...['-map_metadata', '-1', '-metadata', `title=${sound.title}`, '-bitexact', target],
  ])
}

async function loudness(file: string, before: string): Promise<number> {
  const { stderr } = await run(
    'ffmpeg',
    ['-hide_banner', '-i', file, '-af', `${before}ebur128`, '-f', 'null', '-'],
    {
      maxBuffer: 1 << 26,
    },
  )
  const found = /Integrated loudness:\s+I:\s+(-?[\d.]+) LUFS/.exec(stderr)?.[1]
  if (found === undefined) throw new Error(`No loudness measured in ${file}`)
  return Number(found)
}

function trackOf(lines: SpokenLine[], durationMs: number): Float32Array {
  const track = new Float32Array(Math.round((durationMs / 1000) * speechHz))
  for (const line of lines) track.set(line.samples, Math.round(line.startS * speechHz))
  return track
}

/** An impulse response: noise that dies away, its highs first. */
function room(seconds: number, seed: number): Stereo {
  const side = (offset: number) => {
    const random = dice(seed + offset)
    const out = new Float32Array(Math.round(seconds * musicHz))
    let smooth = 0
    let energy = 0
    for (let i = 0; i < out.length; i++) {
      const t = i / out.length
      smooth += (random() - smooth) * (0.5 - 0.42 * t)
      out[i] = i < 300 ? 0 : smooth * Math.exp(-6.9 * t)
      energy += (out[i] ?? 0) ** 2
    }
    return out.map((sample) => sample / Math.sqrt(energy))
  }
  return { left: side(0), right: side(1) }
}

async function stereoInput(folder: string, name: string, sound: Stereo): Promise<string[]> {
  const both = new Float32Array(sound.left.length * 2)
  for (let i = 0; i < sound.left.length; i++) {
    both[i * 2] = sound.left[i] ?? 0
    both[i * 2 + 1] = sound.right[i] ?? 0
  }
  return ['-f', 'f32le', '-ar', `${musicHz}`, '-ac', '2', '-i', await keep(folder, name, both)]
}

async function keep(folder: string, name: string, samples: Float32Array): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, new Uint8Array(samples.buffer, samples.byteOffset, samples.byteLength))
  return path
}
