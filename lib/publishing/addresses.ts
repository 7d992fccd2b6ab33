/** The public addresses of the show, as paths. Each file has its own for ever: new bytes, new address. */
export const feedPath = '/feed.xml'
export const rubricPath = (slug: string) => `/rubriques/${slug}`
export const rubricFeedPath = (slug: string) => `${rubricPath(slug)}/feed.xml`
export const episodePath = (slug: string) => `/emissions/${slug}`
/** The player of an episode for the frames of other sites. */
export const embedPath = (slug: string) => `${episodePath(slug)}/lecteur`
export const oembedPath = '/oembed'
export const audioPath = (fileId: string, ending: 'mp3' | 'opus' = 'mp3') => `/audio/${fileId}.${ending}`
export const chaptersPath = (fileId: string) => `/chapitres/${fileId}.json`
export const transcriptPath = (fileId: string, format: 'vtt' | 'srt') => `/transcription/${fileId}.${format}`

/** Of a picture in the file store, `covers/drawn-….jpg`. */
export const picturePath = (key: string) => `/couverture/${key.replace(/^covers\//, '')}`

/** Which kind of public file an address names. `shelf` is its first part, `type` what it must be served as. */
export type PublicKind = { shelf: string; ending: string; type: string }

export const publicKinds = {
  audio: { shelf: 'audio', ending: 'mp3', type: 'audio/mpeg' },
  opus: { shelf: 'audio', ending: 'opus', type: 'audio/ogg' },
  chapters: { shelf: 'chapitres', ending: 'json', type: 'application/json+chapters' },
  vtt: { shelf: 'transcription', ending: 'vtt', type: 'text/vtt; charset=utf-8' },
  srt: { shelf: 'transcription', ending: 'srt', type: 'application/x-subrip' },
} as const satisfies Record<string, PublicKind>

const filePath =
  /^\/(audio|chapitres|transcription)\/([0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12})\.(mp3|opus|json|vtt|srt)$/
const pictureFile = /^\/couverture\/([a-z0-9-]{8,80}\.jpg)$/

/** The rubric whose feed a path asks for; null for anything else. */
export function parseRubricFeedPath(path: string): string | null {
  return /^\/rubriques\/([a-z0-9-]{1,80})\/feed\.xml$/.exec(path)?.[1] ?? null
}

/** The row that a path asks for; null for anything that was never an address of ours. */
export function parsePublicPath(path: string): { id: string; kind: PublicKind } | null {
  const [, shelf, id, ending] = filePath.exec(path) ?? []
  const kind = Object.values(publicKinds).find((one) => one.shelf === shelf && one.ending === ending)
  return id && kind ? { id, kind } : null
}

/** The key in the file store of a picture's path; null for anything else. */
export function parsePicturePath(path: string): string | null {
  const name = pictureFile.exec(path)?.[1]
  return name ? `covers/${name}` : null
}
