import { featureRateHz } from '#lib/publishing/speech-features.ts'
import { openVoice } from '#lib/publishing/synthetic-voice.server.ts'
import { chance } from '#tests/chance.ts'

/** What our readers say, and what the town's newspaper says: the second is never in a recording. */
export const script = [
  'Bonjour à tous et bienvenue dans la Bobine.',
  'Aujourd’hui nous parlons des citrons de la conserverie mobile.',
  'Fatiha les a goûtés pour vous, et elle a rencontré deux bénévoles.',
  'La recette vient de sa grand-mère, qui habitait près de la mer.',
  'Il faut du sel, du temps, et beaucoup de patience.',
  'Ensuite, une chanson que vous connaissez peut-être.',
  'Le micro-trottoir de la semaine : votre premier concert.',
  'Une brodeuse de Saint-Nicolas nous montre son travail.',
  'Elle a appris le point de croix à douze ans.',
  'Trois brèves sur la mobilité.',
  'Le covoiturage du lundi reprend en septembre.',
  'Et puis l’agenda des trois maisons.',
  'Merci à toutes et à tous, et à vendredi prochain.',
]
export const otherScript = [
  'Le conseil municipal a voté hier soir le budget de la ville.',
  'Les travaux du pont commenceront au printemps prochain.',
  'La piscine restera fermée jusqu’au mois de mars.',
  'Le maire a remercié les agents pour leur travail pendant la crue.',
  'Une réunion publique aura lieu à la salle des fêtes.',
  'Le club de rugby a gagné son match contre Valence.',
]
const improvised =
  'Ah oui tiens, je voulais ajouter une chose à propos du marché de dimanche dernier, qui était vraiment très réussi.'

export type Reading = {
  name: string
  voice: string
  wordsPerMinute: number
  /** Peak of white noise, and of a chord that plays under everything; 1 is full scale. */
  noise: number
  music: number
  leftOut: readonly number[]
  /** Something is added after this sentence. */
  addsAfter: number | null
}

/** Voices, paces, rooms: another timbre and pace than the one that the alignment compares with, in each. */
export const readings: Reading[] = [
  {
    name: 'a low voice, slowly',
    voice: 'fr+m3',
    wordsPerMinute: 110,
    noise: 0,
    music: 0,
    leftOut: [],
    addsAfter: null,
  },
  {
    name: 'a high voice, hurried',
    voice: 'fr-be+f2',
    wordsPerMinute: 200,
    noise: 0,
    music: 0,
    leftOut: [],
    addsAfter: null,
  },
  {
    name: 'in the street',
    voice: 'fr+f4',
    wordsPerMinute: 140,
    noise: 0.02,
    music: 0,
    leftOut: [],
    addsAfter: null,
  },
  {
    name: 'over music',
    voice: 'fr+m7',
    wordsPerMinute: 150,
    noise: 0.002,
    music: 0.03,
    leftOut: [],
    addsAfter: null,
  },
  {
    name: 'two sentences left out',
    voice: 'fr+f3',
    wordsPerMinute: 150,
    noise: 0.003,
    music: 0,
    leftOut: [4, 8],
    addsAfter: null,
  },
  {
    name: 'something improvised',
    voice: 'fr+m3',
    wordsPerMinute: 150,
    noise: 0.003,
    music: 0,
    leftOut: [],
    addsAfter: 5,
  },
  {
    name: 'all of it at once',
    voice: 'fr+f2',
    wordsPerMinute: 130,
    noise: 0.005,
    music: 0.02,
    leftOut: [2, 9],
    addsAfter: 6,
  },
]

/** A recording at `featureRateHz`, with when each sentence begins (null: left out) and when something was added. */
export async function record(reading: Reading) {
  const say = await openVoice(reading.voice, reading.wordsPerMinute)
  const random = chance(7)
  const parts: Float32Array[] = []
  let length = 0
  const add = (samples: Float32Array) => {
    parts.push(samples)
    length += samples.length
  }
  const pause = (seconds: number) => add(new Float32Array(Math.round(seconds * featureRateHz)))
  const at = () => (length * 1000) / featureRateHz
  const startsMs: (number | null)[] = []
  let addedMs: [number, number] | null = null
  pause(1.5)
  script.forEach((sentence, k) => {
    startsMs.push(reading.leftOut.includes(k) ? null : at())
    if (!reading.leftOut.includes(k)) {
      add(say(sentence))
      pause(0.15 + random() * 1.2)
    }
    if (reading.addsAfter !== k) return
    const from = at()
    add(say(improvised))
    addedMs = [from, at()]
    pause(0.5)
  })
  return {
    samples: withRoom(parts, length, reading, random),
    startsMs,
    addedMs: addedMs as [number, number] | null,
  }
}

function withRoom(
  parts: readonly Float32Array[],
  length: number,
  { noise, music }: Reading,
  random: () => number,
) {
  const samples = new Float32Array(length)
  let at = 0
  for (const part of parts) {
    samples.set(part, at)
    at += part.length
  }
  const chord = (t: number) => [220, 277, 330].reduce((sum, hz) => sum + Math.sin(2 * Math.PI * hz * t), 0)
  return samples.map((sample, n) => {
    const t = n / featureRateHz
    const swell = 0.6 + 0.4 * Math.sin(2 * Math.PI * 2 * t)
    return sample + noise * (random() * 2 - 1) + music * chord(t) * swell
  })
}
