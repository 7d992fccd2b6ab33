import { add, bass, hertz, plucked, reed, type Stereo, shake, silence } from './instruments.ts'

type Player = 'guitar' | 'mandolin' | 'accordion'
export type Tune = {
  beatS: number
  beatsInBar: 3 | 4
  /** One chord a bar, `Bm`, `G`; `D/A` plays half a bar of each. */
  chords: string
  /** `note:beats` or `-:beats`, one after the other. */
  melody: string
  player: Player
  /** 0–1, how present the accompaniment is. */
  strum: number
  shaker: boolean
}

const third = (chord: string) => (chord.endsWith('m') ? 3 : 4)
const rootOf = (chord: string) => chord.replace('m', '').replace('7', '')

/** Plays a tune into `into` from `startS`, and returns where it ends. */
export function play(into: Stereo, tune: Tune, startS: number): number {
  const chords = tune.chords.trim().split(/\s+/)
  const barS = tune.beatS * tune.beatsInBar
  for (const [bar, chord] of chords.entries()) accompany(into, tune, chord, startS + bar * barS, bar)
  sing(into, tune, startS)
  return startS + chords.length * barS
}

function accompany(into: Stereo, tune: Tune, bar: string, startS: number, seed: number): void {
  const halves = bar.split('/')
  const beatsEach = tune.beatsInBar / halves.length
  for (const [i, chord] of halves.entries()) {
    const from = startS + i * beatsEach * tune.beatS
    const root = hertz(`${rootOf(chord)}2`)
    bassLine(into, tune, root < 75 ? root * 2 : root, from, beatsEach)
    pick(into, tune, chord, from, beatsEach, seed)
  }
  if (tune.shaker) shakeBar(into, tune, startS, seed)
}

/** The root, then its fifth below half-way through the bar. */
function bassLine(into: Stereo, tune: Tune, hz: number, startS: number, beats: number): void {
  const isWhole = beats < tune.beatsInBar || beats === 3
  const length = (tune.beatS * beats) / (isWhole ? 1 : 2)
  add(into, bass(hz, length), startS, 0.12)
  if (!isWhole) add(into, bass(hz * 0.749, length), startS + length, 0.1)
}

function pick(into: Stereo, tune: Tune, chord: string, startS: number, beats: number, seed: number): void {
  const root = hertz(`${rootOf(chord)}3`)
  const semitones = [0, 7, 12 + third(chord), 12, 7 + 12, 12 + third(chord), 12, 7]
  for (let eighth = 0; eighth < beats * 2; eighth++) {
    const hz = root * 2 ** ((semitones[eighth % semitones.length] ?? 0) / 12)
    const late = 0.006 * Math.sin(seed * 3 + eighth * 1.9)
    const gain = tune.strum * (eighth % 2 === 0 ? 0.3 : 0.22)
    const at = Math.max(0, startS + (eighth * tune.beatS) / 2 + late)
    add(into, plucked(hz, 1.6, 0.32, seed * 31 + eighth), at, gain, -0.35)
  }
}

function shakeBar(into: Stereo, tune: Tune, startS: number, seed: number): void {
  for (let eighth = 0; eighth < tune.beatsInBar * 2; eighth++) {
    const offBeat = eighth % 2 === 1
    const at = startS + (eighth * tune.beatS) / 2
    add(into, shake(offBeat ? 0.11 : 0.07, seed * 17 + eighth), at, offBeat ? 0.09 : 0.05, 0.45)
  }
}

function sing(into: Stereo, tune: Tune, startS: number): void {
  let atS = startS
  for (const [i, word] of tune.melody.trim().split(/\s+/).entries()) {
    const [note = '-', beats = '1'] = word.split(':')
    const seconds = Number(beats) * tune.beatS
    if (note !== '-') add(into, voiceOf(tune.player, hertz(note), seconds, i), atS, gains[tune.player], 0.15)
    atS += seconds
  }
}

const gains: Record<Player, number> = { guitar: 0.55, mandolin: 0.5, accordion: 0.13 }

function voiceOf(player: Player, hz: number, seconds: number, seed: number): Float32Array {
  if (player === 'accordion') return reed(hz, seconds + 0.04)
  return plucked(hz, seconds + 1.1, player === 'mandolin' ? 0.75 : 0.5, seed + 7)
}

/** A last chord, rolled from the bass up and left to ring. */
export function lastChord(into: Stereo, notes: string, startS: number, seconds: number): void {
  for (const [i, note] of notes.split(' ').entries())
    add(into, plucked(hertz(note), seconds, 0.45, i + 90), startS + i * 0.035, 0.42, i / 6 - 0.4)
}

/** Fades the last `seconds` of a recording to nothing. */
export function fadeEnd(sound: Stereo, seconds: number): Stereo {
  for (const side of [sound.left, sound.right]) {
    const first = side.length - Math.round(seconds * 48_000)
    for (let i = first; i < side.length; i++)
      side[i] = (side[i] ?? 0) * Math.cos(((i - first) / (side.length - first)) * (Math.PI / 2)) ** 2
  }
  return sound
}

/** Plays tunes one after the other and lets the last chord ring until `seconds`. */
export function record(seconds: number, tunes: Tune[], ending: string, fadeS: number): Stereo {
  const sound = silence(seconds)
  let atS = 0
  for (const tune of tunes) atS = play(sound, tune, atS)
  lastChord(sound, ending, atS, seconds - atS)
  return fadeEnd(sound, fadeS)
}
