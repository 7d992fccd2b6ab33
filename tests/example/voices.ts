/** How a person of the example sounds. */
export type Voice = {
  /** espeak-ng voice and variant. */
  variant: string
  /** espeak-ng pitch, 0–99. */
  pitch: number
  /** Speaking rate beside the others', 1 = the same. */
  pace: number
  /** Resampling factor: above 1 makes the throat smaller, below 1 larger. */
  throat: number
  /** Place between the ears in stereo sounds, −1 left … 1 right. */
  pan: number
}

const voice = (variant: string, pitch: number, pace: number, throat: number, pan: number): Voice => ({
  variant,
  pitch,
  pace,
  throat,
  pan,
})

export const voices: Record<string, Voice> = {
  Denise: voice('fr+f3', 34, 0.98, 0.97, -0.15),
  Karim: voice('fr+m3', 38, 1, 1, 0.15),
  Fatiha: voice('fr+f2', 44, 0.93, 1, 0),
  Inès: voice('fr+f4', 62, 1.04, 1.07, 0.1),
  Yamina: voice('fr+f2', 36, 1, 0.96, -0.2),
  Aïcha: voice('fr+f5', 46, 1.02, 1.03, 0.3),
  Lucas: voice('fr+m7', 48, 1.04, 1.03, 0),
  Jocelyne: voice('fr+f5', 30, 0.97, 0.95, -0.2),
  Tomasz: voice('fr+m1', 40, 0.96, 0.98, 0.2),
  Rosa: voice('fr+f4', 40, 1, 0.98, -0.2),
  Marcel: voice('fr+m2', 26, 0.95, 0.94, 0.2),
  Monique: voice('fr+f1', 38, 1, 0.96, -0.3),
  Gérard: voice('fr+m4', 28, 0.97, 0.93, 0.3),
  Zohra: voice('fr+f1', 30, 0.93, 0.93, 0.2),
  Sandrine: voice('fr+f3', 46, 1.03, 1.02, 0.2),
  'Une voisine': voice('fr+f4', 32, 1, 0.96, 0),
  'Une dame': voice('fr+f1', 44, 1, 0.94, -0.4),
  'Un jeune homme': voice('fr+m7', 44, 1.06, 1.02, 0.3),
  'Une passante': voice('fr+f3', 40, 1.02, 1, -0.2),
  'Un monsieur': voice('fr+m4', 34, 0.96, 0.95, 0.4),
  'Une étudiante': voice('fr+f5', 52, 1.08, 1.04, -0.5),
  'Un marchand': voice('fr+m6', 46, 1.04, 0.98, 0.5),
  'Un grand-père': voice('fr+m2', 22, 0.9, 0.92, -0.3),
  'Une enfant': voice('fr+f4', 80, 1.02, 1.18, 0.2),
  'La cheffe de chœur': voice('fr+f5', 40, 0.95, 0.99, 0.2),
}

/** What the synthesiser must be told so that it says names as people here do. */
export function asSpoken(text: string): string {
  return text
    .replace(/[\u00a0\u202f]/g, ' ')
    .replace(/[«»]/g, '')
    .replaceAll('’', "'")
    .replaceAll('Romans-sur-Isère', 'Roman sur Isère')
    .replaceAll('à Romans,', 'à Roman,')
    .replaceAll('Fatiha', 'Fati a')
    .replaceAll('point de Fès', 'point de Fesse')
    .replaceAll('Tomasz', 'Tomache')
    .replaceAll('Aïcha', 'Aïe cha')
    .replace(/\s+/g, ' ')
    .trim()
}
