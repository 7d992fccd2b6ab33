import type { Chapter } from '#app/_ui/player-chapters.tsx'

/** What the telephone shows of a sound on its locked screen. */
export type SystemWords = {
  title: string
  show: string
  /** Address of its picture. */
  picture: string
  chapters: readonly Chapter[]
}
type Deeds = { seek: (at: number) => void; chapter: (by: 1 | -1) => void }

/** Some browsers show the chapters too; others pass over them. */
type Metadata = MediaMetadataInit & { chapterInfo: { title: string; startTime: number }[] }

/**
 * Lets the buttons of the telephone, of a headset and of a keyboard lead the sound, wherever one is. Returns what
 * gives it up.
 */
export function leadFromSystem(audio: HTMLAudioElement, words: SystemWords, deeds: Deeds): () => void {
  const session = navigator.mediaSession
  if (!session) return () => undefined
  session.metadata = new MediaMetadata(metadataOf(words))
  const away = handle(session, audio, deeds)
  const place = () => {
    const { duration, playbackRate, currentTime } = audio
    if (Number.isFinite(duration) && duration > 0)
      session.setPositionState({ duration, playbackRate, position: Math.min(currentTime, duration) })
  }
  place()
  const changes = ['durationchange', 'ratechange', 'seeked', 'playing', 'pause'] as const
  for (const change of changes) audio.addEventListener(change, place)
  return () => {
    for (const change of changes) audio.removeEventListener(change, place)
    away()
  }
}

function metadataOf({ title, show, picture, chapters }: SystemWords): Metadata {
  return {
    title,
    artist: show,
    artwork: [{ src: picture, sizes: '1200x630', type: 'image/jpeg' }],
    chapterInfo: chapters.map((chapter) => ({ title: chapter.title, startTime: chapter.startMs / 1000 })),
  }
}

function handle(session: MediaSession, audio: HTMLAudioElement, { seek, chapter }: Deeds): () => void {
  const handlers: [MediaSessionAction, MediaSessionActionHandler][] = [
    ['play', () => void audio.play().catch(() => undefined)],
    ['pause', () => audio.pause()],
    ['stop', () => audio.pause()],
    ['seekbackward', ({ seekOffset }) => seek(audio.currentTime - (seekOffset ?? 15))],
    ['seekforward', ({ seekOffset }) => seek(audio.currentTime + (seekOffset ?? 30))],
    ['seekto', ({ seekTime }) => seekTime !== undefined && seek(seekTime)],
    ['previoustrack', () => chapter(-1)],
    ['nexttrack', () => chapter(1)],
  ]
  const set = (action: MediaSessionAction, handler: MediaSessionActionHandler | null) => {
    try {
      session.setActionHandler(action, handler)
    } catch {
      // A browser that does not know an action throws: its own buttons do without.
      return
    }
  }
  for (const [action, handler] of handlers) set(action, handler)
  return () => {
    for (const [action] of handlers) set(action, null)
  }
}
