import makeEspeak from '@echogarden/espeak-ng-emscripten'
import type { SpokenScript } from './sentence-times.ts'
import { featureRateHz, frameMs, speechFeatures } from './speech-features.ts'

/** eSpeak NG compiled to WebAssembly gives 22.05 kHz, 16 bits, one channel. */
const SPOKEN_HZ = 22_050
const WORDS_PER_MINUTE = 160
/** Softer than this is the silence around a sentence. */
const SILENT = 0.003
const HOP = (featureRateHz * frameMs) / 1000

/** Says a sentence: samples at `featureRateHz`, without the silence around it. */
export type Voice = (sentence: string) => Float32Array

/** A voice that says sentences in French. It works on this thread, at some hundred times the speed of speech. */
export async function openVoice(name = 'fr', wordsPerMinute = WORDS_PER_MINUTE): Promise<Voice> {
  const espeak = await makeEspeak()
  const speaker = await new espeak.eSpeakNGWorker()
  speaker.set_voice(name)
  speaker.set_rate(wordsPerMinute)
  return (sentence) => {
    const pieces: Int16Array[] = []
    speaker.synthesize(sentence, (piece) => {
      pieces.push(piece)
      return false
    })
    return trimmed(atFeatureRate(pieces))
  }
}

/** Words of everyday, with every sound of French in them: what somebody may say instead of a script. */
const otherWords = [
  'Je vous dirai plus tard combien de gens sont venus, et pourquoi le vieux jardin reste ouvert chaque dimanche.',
  'Quelqu’un a posé un gros panier de champignons bruns sur la table ronde, près de la fenêtre du fond.',
  'Huit jeunes filles chantaient doucement une chanson ancienne pendant que la pluie tombait sur le pavé.',
]

/** Sentences as the voice says them, one right after the other; one that has nothing to say is one silent frame. */
export function speak(voice: Voice, sentences: readonly string[]): SpokenScript {
  const said = [...sentences, ...otherWords].map(voice)
  const all = said.map((samples) => Math.max(1, Math.ceil(samples.length / HOP)))
  const lengths = all.slice(0, sentences.length)
  const frames = all.reduce((sum, length) => sum + length, 0)
  // Room for the last frame's window.
  const samples = new Float32Array(frames * HOP + 512)
  let at = 0
  said.forEach((sentence, k) => {
    samples.set(sentence, at * HOP)
    at += all[k] ?? 0
  })
  const whole = speechFeatures(samples)
  const { width } = whole
  const features = {
    width,
    count: frames,
    values: whole.values.subarray(0, frames * width),
    levelDb: whole.levelDb.subarray(0, frames),
  }
  return { features, lengths }
}

/** Linear interpolation: nothing here depends on what lies above 7 kHz. */
function atFeatureRate(pieces: readonly Int16Array[]): Float32Array {
  const spoken = new Int16Array(pieces.reduce((sum, piece) => sum + piece.length, 0))
  let at = 0
  for (const piece of pieces) {
    spoken.set(piece, at)
    at += piece.length
  }
  const samples = new Float32Array(Math.floor((spoken.length * featureRateHz) / SPOKEN_HZ))
  for (let n = 0; n < samples.length; n += 1) {
    const place = (n * SPOKEN_HZ) / featureRateHz
    const whole = Math.floor(place)
    const part = place - whole
    samples[n] = ((spoken[whole] ?? 0) * (1 - part) + (spoken[whole + 1] ?? 0) * part) / 32_768
  }
  return samples
}

function trimmed(samples: Float32Array): Float32Array {
  let [from, to] = [0, samples.length]
  while (from < to && Math.abs(samples[from] ?? 0) < SILENT) from += 1
  while (to > from && Math.abs(samples[to - 1] ?? 0) < SILENT) to -= 1
  return samples.subarray(from, to)
}
