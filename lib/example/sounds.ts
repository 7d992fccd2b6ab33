import type { ImagingKind } from '#lib/db/schema.ts'
import type { ExampleMusic, ExampleSound } from './shape.ts'

const spokenBy = 'Voix de synthèse : espeak-ng. Texte, montage et ambiance : La Bobine, exemple.'
const playedBy = 'Musique composée et synthétisée pour l’exemple de La Bobine.'

type Length = `${number}:${number}`
type Level = { lufs: number; channels?: 1 | 2 }

const inMs = (length: Length) => {
  const [minutes = 0, seconds = 0] = length.split(':').map(Number)
  return (minutes * 60 + seconds) * 1000
}

function voice(
  file: string,
  story: string,
  title: string,
  length: Length,
  { lufs, channels = 1 }: Level,
  kind: ExampleSound['kind'] = 'voice',
): ExampleSound {
  return {
    file: `${file}.opus`,
    title,
    kind,
    durationMs: inMs(length),
    channels,
    integratedLufs: lufs,
    story,
    credits: spokenBy,
    music: null,
    imaging: null,
  }
}

function music(
  file: string,
  kind: ExampleSound['kind'],
  length: Length,
  lufs: number,
  facts: ExampleMusic,
): ExampleSound {
  return {
    file: `${file}.opus`,
    title: facts.title,
    kind,
    durationMs: inMs(length),
    channels: 2,
    integratedLufs: lufs,
    story: null,
    credits: playedBy,
    music: facts,
    imaging: facts.rights === 'own' ? imagingOf(kind) : null,
  }
}

const imagingOf = (kind: ExampleSound['kind']): ImagingKind => (kind === 'theme' ? 'theme' : 'sting')

const own = (title: string): ExampleMusic => ({
  title,
  performer: 'L’orchestre de fil (imaginaire)',
  author: 'La Bobine, exemple',
  label: 'Autoproduction de l’exemple',
  catalogue: '',
  isrc: '',
  rights: 'own',
})

export const bridgeSting = 'virgule.opus'

export const sounds: ExampleSound[] = [
  music('generique-debut', 'theme', '0:30', -17, own('Générique début')),
  music('generique-fin', 'theme', '0:30', -19, own('Générique fin')),
  music('virgule', 'sting', '0:05', -16, own('Virgule')),
  music('virgule-culture', 'sting', '0:05', -18, own('Virgule Culture')),
  music('la-valse-du-dernier-bus', 'music', '3:20', -14, {
    title: 'La valse du dernier bus',
    performer: 'Les Lampadaires (groupe imaginaire)',
    author: 'Paule Inventée',
    label: 'Disques de l’Exemple',
    catalogue: 'EX 0042',
    isrc: '',
    rights: 'commercial',
  }),
  music('marche-du-palier', 'music', '1:00', -20, {
    title: 'Marche du palier',
    performer: 'Les voisins du troisième (groupe imaginaire)',
    author: 'Les voisins du troisième',
    label: 'Autoproduction de l’exemple',
    catalogue: '',
    isrc: '',
    rights: 'permission',
  }),
  voice('chapeau', 'opening', 'Chapeau et titres', '0:55', { lufs: -20 }),
  voice('lancement-durable', 'launch-durable', 'Lancement Développement durable', '0:20', { lufs: -21 }),
  voice('citrons', 'lemons', 'Les citrons de la conserverie', '1:10', { lufs: -28 }, 'clip'),
  voice('conserverie', 'cannery', 'La Conserverie mobile', '6:30', { lufs: -19 }, 'studioTalk'),
  voice('lancement-culture', 'launch-culture', 'Lancement Culture', '0:20', { lufs: -22 }),
  voice(
    'micro-trottoir',
    'first-concert',
    'Votre premier concert',
    '1:40',
    { lufs: -14, channels: 2 },
    'insert',
  ),
  voice('brodeuse', 'embroiderer', 'Une brodeuse de Saint-Nicolas', '7:00', { lufs: -24 }, 'studioTalk'),
  voice('breves-mobilite', 'briefs', 'Trois brèves Mobilité', '1:00', { lufs: -18 }),
  voice('agenda', 'listings', 'Agenda des trois maisons', '1:45', { lufs: -26 }),
  voice('accorderie', 'accorderie', 'Une offre, une demande', '1:40', { lufs: -20 }, 'studioTalk'),
  voice('au-revoir', 'goodbye', 'Au revoir', '0:40', { lufs: -21 }),
  voice('titres-velo', 'last-opening', 'Chapeau et titres', '0:40', { lufs: -20 }),
  voice('covoiturage', 'carpool', 'Jusqu’au rond-point', '2:00', { lufs: -25 }, 'clip'),
  voice('velos', 'bicycles', 'Réveiller les vélos', '2:25', { lufs: -18, channels: 2 }, 'studioTalk'),
  voice('une-heure', 'time-bank', 'Une heure pour une heure', '1:45', { lufs: -22 }, 'studioTalk'),
  voice('lancement-chorale', 'last-launch-culture', 'Lancement Culture', '0:15', { lufs: -21 }),
  voice('chorale', 'choir', 'Carnet de répétition', '1:40', { lufs: -27 }, 'clip'),
  voice('agenda-court', 'last-listings', 'Agenda', '0:50', { lufs: -23 }),
  voice('a-vendredi', 'last-goodbye', 'Au revoir', '0:20', { lufs: -20 }),
]
