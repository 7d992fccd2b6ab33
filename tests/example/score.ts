import type { Stereo } from './instruments.ts'
import { record, type Tune } from './tunes.ts'

/** The thread: the four notes from which every sound of the show is spun. */
const thread = 'F#5:1 A5:.5 B5:.5 A5:1 F#5:1'

const common: Pick<Tune, 'beatsInBar' | 'beatS' | 'player' | 'strum' | 'shaker'> = {
  beatS: 0.625,
  beatsInBar: 4,
  player: 'mandolin',
  strum: 1,
  shaker: true,
}

const openingTheme: Tune[] = [
  { ...common, chords: 'D', melody: '-:4', shaker: false },
  {
    ...common,
    chords: 'D Bm G A D Bm G/A D G D/A',
    melody: `${thread} F#5:1 A5:.5 B5:.5 D6:1 B5:1
      B5:.5 A5:.5 G5:1 -:.5 F#5:.5 G5:1 A5:2 E5:1 -:1
      ${thread} F#5:1 A5:.5 B5:.5 D6:1 C#6:.5 B5:.5
      A5:.5 B5:.5 G5:1 F#5:.5 G5:.5 E5:1 D5:3 -:1
      B5:1 G5:.5 B5:.5 D6:1 B5:1 A5:1 F#5:1 E5:.5 F#5:.5 E5:1`,
  },
]

const closingTheme: Tune[] = [
  {
    ...common,
    player: 'guitar',
    chords: 'Bm G D A Bm G D/A',
    melody: `B4:1 D5:.5 E5:.5 D5:1 B4:1 B4:1 D5:.5 E5:.5 G5:1 D5:1
      F#5:1.5 E5:.5 D5:2 E5:3 -:1
      F#5:1 A5:.5 B5:.5 A5:1 F#5:1 G5:1 B5:.5 A5:.5 G5:1 D5:1
      F#5:1 D5:1 E5:1 C#5:1`,
  },
  {
    ...common,
    chords: 'D G/A D G',
    melody: `${thread} B5:.5 A5:.5 G5:1 F#5:.5 G5:.5 E5:1 D5:4 B5:1 A5:.5 G5:.5 E5:1 F#5:1`,
  },
]

const waltz: Pick<Tune, 'beatsInBar' | 'beatS' | 'strum'> = { beatS: 2.5 / 3, beatsInBar: 3, strum: 0.9 }
const turnA = 'Am E Am Am Dm Am E E Am E Am F Dm Am E Am'
const tuneA = `A4:1 C5:1 E5:1 G#4:1 B4:1 E5:1 A4:1 E5:1 D5:.5 C5:.5 C5:2 -:1
  D5:1 F5:1 A5:1 C5:1 E5:1 A5:.5 G5:.5 F5:1 E5:1 D5:1 E5:2 -:1
  A4:1 C5:1 E5:1 G#4:1 B4:1 E5:1 A5:1 G5:.5 F5:.5 E5:1 F5:1.5 E5:.5 D5:1
  D5:1 F5:1 E5:.5 D5:.5 C5:1 E5:1 C5:1 B4:1 C5:.5 B4:.5 G#4:1 A4:2 -:1`
const turnB = 'C G G C F C G G C G Am Em F C G C'
const tuneB = `G5:1.5 E5:.5 C5:1 D5:1 B4:1 D5:1 F5:1.5 D5:.5 B4:1 C5:2 -:1
  A5:1.5 F5:.5 C5:1 G5:1 E5:1 C5:1 D5:1 E5:.5 F5:.5 D5:1 G5:2 -:1
  G5:1.5 E5:.5 C5:1 D5:1 B4:1 G4:1 C5:1 E5:1 A5:1 G5:1.5 F5:.5 E5:1
  F5:1 A5:1 G5:.5 F5:.5 E5:1 G5:1 C5:1 D5:1 E5:.5 D5:.5 B4:1 C5:2 -:1`

const song: Tune[] = [
  { ...waltz, player: 'guitar', shaker: false, chords: 'Am Dm E Am Dm E', melody: '-:18' },
  { ...waltz, player: 'accordion', shaker: false, chords: turnA, melody: tuneA },
  { ...waltz, player: 'mandolin', shaker: true, chords: turnB, melody: tuneB },
  { ...waltz, player: 'guitar', shaker: true, chords: turnA, melody: tuneA },
  { ...waltz, player: 'accordion', shaker: true, chords: turnB, melody: tuneB },
  {
    ...waltz,
    player: 'accordion',
    shaker: false,
    chords: 'F C Dm Am',
    melody: 'A5:2 G5:1 E5:2 -:1 F5:2 E5:.5 D5:.5 E5:2 -:1',
  },
  {
    ...waltz,
    player: 'mandolin',
    shaker: false,
    chords: 'Dm Am E Am',
    melody: 'D5:1 F5:1 A5:1 E5:2 C5:1 B4:1 C5:.5 B4:.5 G#4:1 A4:3',
  },
]

const jig: Pick<Tune, 'beatsInBar' | 'beatS' | 'strum' | 'shaker'> = {
  beatS: 0.5,
  beatsInBar: 4,
  strum: 1,
  shaker: true,
}
const jigChords = 'Dm C Dm Am Dm C Dm/Am Dm'
const jigTune = `D5:.5 E5:.5 F5:1 A5:1 F5:1 G5:1 E5:.5 G5:.5 C5:1 E5:1
  F5:.5 E5:.5 D5:1 A5:1 D5:1 E5:2 C5:.5 D5:.5 E5:1
  D5:.5 E5:.5 F5:1 A5:1 C6:1 B5:.5 A5:.5 G5:1 E5:1 C5:1
  F5:1 E5:.5 D5:.5 E5:1 C5:1 D5:3 -:1`

const march: Tune[] = [
  { ...jig, player: 'guitar', shaker: false, chords: 'Dm C', melody: '-:8' },
  { ...jig, player: 'guitar', chords: jigChords, melody: jigTune },
  { ...jig, player: 'accordion', chords: jigChords, melody: jigTune },
  { ...jig, player: 'mandolin', chords: jigChords, melody: jigTune },
  { ...jig, player: 'mandolin', chords: 'Dm C', melody: 'A5:1 F5:1 E5:1 C5:1 E5:1 C5:1 B4:1 C5:1' },
]

const sting: Tune[] = [{ ...common, chords: 'D', melody: thread }]
const stingCulture: Tune[] = [
  { ...common, player: 'guitar', shaker: false, chords: 'Bm', melody: 'D5:1 F#5:.5 A5:.5 F#5:1 D5:1' },
]

/** Every piece of music of the example, by file name; lengths are the rundown's. */
export const pieces: Record<string, () => Stereo> = {
  'generique-debut': () => record(30, openingTheme, 'D3 A3 D4 F#4 A4 D5', 1.6),
  'generique-fin': () => record(30, closingTheme, 'D3 A3 D4 F#4 A4 D5 F#5', 2),
  virgule: () => record(5, sting, 'D3 A3 D4 F#4 A4 D5', 1.2),
  'virgule-culture': () => record(5, stingCulture, 'G3 B3 D4 F#4 A4', 1.2),
  'la-valse-du-dernier-bus': () => record(200, song, 'A2 E3 A3 C4 E4 A4', 2.5),
  'marche-du-palier': () => record(60, march, 'D3 A3 D4 F4 A4 D5', 2),
}
