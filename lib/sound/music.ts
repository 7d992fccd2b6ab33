import type { Music } from '#lib/db/schema.ts'
import { looseText } from './loose-text.ts'

/** What is written about a piece of music; '' is what nobody knows yet. */
export type Titles = Omit<Music, 'rights'>

export const noTitles: Titles = { title: '', performer: '', author: '', label: '', catalogue: '', isrc: '' }

/** What a return cannot be written without. */
export const neededForReturns = ['title', 'performer', 'author', 'rights'] as const
export type Needed = (typeof neededForReturns)[number]

/**
 * An ISRC (ISO 3901) as people type or tag it → its twelve characters without dashes, in capitals; null for
 * anything else. Country or agency, registrant, two digits of the year, five of the recording.
 */
export function parseIsrc(typed: string): string | null {
  const bare = typed
    .replace(/^ISRC\b/i, '')
    .replace(/[\s\-–.:]/g, '')
    .toUpperCase()
  return /^[A-Z]{2}[A-Z0-9]{3}\d{7}$/.test(bare) ? bare : null
}

/** What a sheet still lacks before the piece can stand on a return, in the order of the form. */
export function missingForReturns(music: Partial<Music>): Needed[] {
  return neededForReturns.filter((name) => !music[name])
}

/**
 * The names under which ID3, Vorbis, MP4, RIFF INFO, APE, ASF and Matroska keep a thing, best first: as
 * ffmpeg calls them, else as the file does. In ID3 ffmpeg's "performer" is the conductor: it comes last.
 */
const tagNames: Record<Exclude<keyof Titles, 'author'>, string[]> = {
  title: ['title', 'tit2', 'tt2', '©nam', 'titl', 'inam', 'name'],
  performer: 'artist tpe1 tp1 ©art iart albumartist tpe2 tp2 aart band ensemble performer perf'.split(' '),
  label: 'label recordlabel organization tpub tpb publisher ©pub ipub distributor'.split(' '),
  catalogue:
    'catalognumber cataloguenumber catalog catalogue catalogno labelno catalogid discogscatalog'.split(' '),
  isrc: ['isrc', 'tsrc', 'trc', '©isr'],
}
const composers = 'composer tcom tcm ©wrt ©com imus'.split(' ')
const lyricists = 'lyricist text txt writer songwriter iwri'.split(' ')
const authors = ['author', '©aut', 'auth']

/** Titles read out of a file's tags. What is no name ("Unknown artist", "Track 3") counts as unknown. */
export function musicFromTags(tags: Readonly<Record<string, string>>): Titles {
  const said = new Map<string, string>()
  for (const [name, value] of Object.entries(tags))
    if (!said.has(bareName(name)) && !isNoName(value)) said.set(bareName(name), value.trim())
  const first = (names: string[]) => names.map((name) => said.get(name)).find(Boolean) ?? ''
  const written = [first(composers), first(lyricists)].filter(Boolean)
  return {
    title: first(tagNames.title),
    performer: first(tagNames.performer),
    author: [...new Set(written)].join(', ') || first(authors),
    label: first(tagNames.label),
    catalogue: first(tagNames.catalogue),
    isrc:
      tagNames.isrc
        .flatMap((name) => (said.get(name) ?? '').split(/[;,/|]/))
        .map(parseIsrc)
        .find(Boolean) ?? '',
  }
}

/** "03 - Guy Béart - L’eau vive" → its performer and title; a name without a dash says nothing. */
export function musicFromName(name: string): Titles {
  const [performer, title, ...rest] = name
    .replace(/^\d{1,3}[\s.\-–_]+/, '')
    .split(/\s+[-–—]\s+/)
    .map((part) => part.trim())
  return performer && title && rest.length === 0 ? { ...noTitles, performer, title } : noTitles
}

/** The same for one piece however it is typed: case, accents and punctuation away. '' unless both are known. */
export function pieceKey({ title, performer }: Pick<Titles, 'title' | 'performer'>): string {
  const [piece = '', by = ''] = [title, performer].map((text) =>
    looseText(text).replace(/[^\p{L}\p{N}]+/gu, ''),
  )
  return piece && by && `${piece}/${by}`
}

/** Each field from the first source that knows it. */
export function firstKnown(...sources: readonly Partial<Music>[]): Partial<Music> {
  const known = sources.map((source) => Object.entries(source).filter(([, value]) => Boolean(value)))
  return Object.fromEntries(known.toReversed().flat())
}

/** `WM/ISRC`, `com.apple.iTunes:ISRC`, `title-fra`, `CATALOG NUMBER` → the name alone. */
function bareName(name: string): string {
  return name
    .toLowerCase()
    .replace(/^.*[/:]/, '')
    .replace(/-[a-z]{3}$/, '')
    .replace(/[^a-z0-9©]/g, '')
}

function isNoName(value: string): boolean {
  return /^(|-+|\?+|unknown|unknown artist|artiste inconnu|inconnu|untitled|sans titre|none|n\/a|(track|piste|titre)\s*\d+)$/i.test(
    value.trim(),
  )
}
