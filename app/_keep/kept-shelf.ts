import { holdBeside, whenFree } from '#app/_device/locks.ts'
import { type KeptEpisode, SHELF } from './kept-episode.ts'

const NOTES = '/hors-ligne/note/'
/** Held while a sound comes, whose note is not there yet. */
const COMING = 'bobine.garde'
const noteOf = (guid: string) => NOTES + encodeURIComponent(guid)
const anyHeaders = { ignoreVary: true }

/** Why a sound could not be kept. */
export type KeepTrouble = 'full' | 'offline' | 'gone'

/** What is kept on this device, the newest first. Asks for nothing, and makes nothing. */
export async function listKept(): Promise<KeptEpisode[]> {
  if (!(await caches.has(SHELF))) return []
  const shelf = await caches.open(SHELF)
  const notes = (await shelf.keys()).filter(({ url }) => new URL(url).pathname.startsWith(NOTES))
  const read = notes.map(async (note) => (await shelf.match(note, anyHeaders))?.json())
  return (await Promise.all(read)).toReversed()
}

/**
 * Fetches the sound and keeps it whole, or not at all. `tell` hears how many bytes have come. The note comes last: what
 * is listed plays.
 */
export async function keepEpisode(
  episode: KeptEpisode,
  tell: (bytes: number) => void,
  signal: AbortSignal,
): Promise<void> {
  const { src, type, sizeBytes } = episode.sound
  const shelf = await caches.open(SHELF)
  const keepGoing = holdBeside(COMING)
  try {
    const response = await fetch(src, { signal, cache: 'no-store' })
    if (!response.ok || !response.body) throw new GoneError(`${src} answered ${response.status}`)
    const headers = { 'Content-Type': type, 'Content-Length': `${sizeBytes}` }
    await shelf.put(src, new Response(response.body.pipeThrough(counter(tell)), { headers }))
    await shelf.put(noteOf(episode.guid), Response.json(episode))
  } finally {
    keepGoing()
  }
}

/**
 * Takes an episode off this device: its note at once, its sound at the next `freeRoom`. Returns what puts it back, as
 * long as the page is open: a few bytes, so that whoever puts it back and leaves does not lose the sound on the way.
 */
export async function forgetEpisode({ guid, sound }: KeptEpisode): Promise<() => Promise<void>> {
  const shelf = await caches.open(SHELF)
  const [note, copy] = await Promise.all([
    shelf.match(noteOf(guid), anyHeaders),
    shelf.match(sound.src, anyHeaders),
  ])
  await shelf.delete(noteOf(guid), anyHeaders)
  return async () => {
    // Another page may have freed its room meanwhile.
    if (copy && !(await shelf.match(sound.src, anyHeaders))) await shelf.put(sound.src, copy)
    if (note) await shelf.put(noteOf(guid), note)
  }
}

/** Frees the room of the sounds that no note names: of what was taken off, and of a keeping that broke off. */
export async function freeRoom(): Promise<void> {
  await whenFree(COMING, async () => {
    if (!(await caches.has(SHELF))) return
    const named = new Set((await listKept()).map(({ sound }) => sound.src))
    const shelf = await caches.open(SHELF)
    for (const { url } of await shelf.keys()) {
      const { pathname } = new URL(url)
      if (!pathname.startsWith(NOTES) && !named.has(pathname)) await shelf.delete(pathname, anyHeaders)
    }
  })
}

/** Whether the device has room for so many bytes, and some more; true where it does not say. */
export async function hasRoom(bytes: number): Promise<boolean> {
  const { quota, usage } = (await navigator.storage?.estimate?.()) ?? {}
  return quota === undefined || usage === undefined || quota - usage > bytes * 1.1
}

/** In what way keeping failed. */
export function troubleOf(error: unknown): KeepTrouble {
  if (error instanceof DOMException && error.name === 'QuotaExceededError') return 'full'
  return error instanceof GoneError ? 'gone' : 'offline'
}

class GoneError extends Error {}

function counter(tell: (bytes: number) => void) {
  let bytes = 0
  return new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      bytes += chunk.length
      tell(bytes)
      controller.enqueue(chunk)
    },
  })
}
