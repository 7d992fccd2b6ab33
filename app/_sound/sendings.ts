import { type DetailedError, Upload } from 'tus-js-client'
import { fingerprintOf } from './half-sent.ts'
import { chooseTakeAction } from './take-actions.ts'
import { dropTake, holdTake, readTakeSound, type Take, writeTake } from './take-shelf.ts'

/** A sound on its way to the radio. `waiting`: no network, it goes on by itself. */
export type Sending = {
  id: string
  storyId: string | null
  /** As `Take.passage`. */
  passage: string
  name: string
  bytes: number
  sentBytes: number
  state: 'sending' | 'paused' | 'waiting' | 'failed' | 'done'
  /** What the server said when it refused. */
  words: string | null
  /** The sound that it became, once it has arrived. */
  clipId: string | null
  /** It lies on this device until it has arrived. */
  isTake: boolean
}
type Whose = { memberId: string; storyId: string | null; passage?: string }

// A piece is acknowledged once it is on the server's disk: after a cut, at most this much is sent again.
const pieceBytes = 4 * 2 ** 20
const retryDelays = [0, 1000, 3000, 5000, 10_000, 20_000]
const knockEveryMs = 15_000

let sendings: readonly Sending[] = []
const uploads = new Map<string, Upload>()
const listeners = new Set<() => void>()

/** For useSyncExternalStore: hears every change. They live beside the pages: going to another one stops nothing. */
export function listenToSendings(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** All sendings of this tab, oldest first. */
export const currentSendings = (): readonly Sending[] => sendings

/** Sends a file; one that was half sent before goes on where it was. True once it has arrived. */
export async function sendFile(file: File, whose: Whose): Promise<boolean> {
  const id = `fichier:${file.name}:${file.size}:${file.lastModified}`
  if (isUnderWay(id)) return false
  return await send(id, file, file.name, whose, false)
}

/** Somebody wants this take: it is written down so, and leaves. */
export async function keepTake(take: Take, sound: Blob): Promise<void> {
  const kept = { ...take, kept: true }
  // A device that keeps nothing still sends what it holds in memory.
  await writeTake(kept).catch(() => undefined)
  void sendTake(kept, sound)
}

/** Sends a take, and removes it from the device once it has arrived. One tab does it. */
export async function sendTake(take: Take, sound?: Blob): Promise<void> {
  const id = `prise:${take.id}`
  if (isUnderWay(id)) return
  await holdTake(take.id, async () => {
    const blob = sound ?? (await readTakeSound(take))
    const hasArrived = await send(id, blob, take.name, take, true)
    if (!hasArrived) return await writeTake({ ...take, kept: false })
    await dropTake(take.id)
    if (take.isChosen) await choose(id)
  })
}

/** Without network just now it stays unchosen: a newer take of a passage stands for it all the same. */
async function choose(id: string) {
  const { storyId, clipId } = sendings.find((one) => one.id === id) ?? {}
  if (storyId && clipId) await chooseTakeAction(null, { storyId, clipId }).catch(() => null)
}

export function pauseSending(id: string) {
  void uploads.get(id)?.abort()
  change(id, { state: 'paused' })
}

export function resumeSending(id: string) {
  change(id, { state: 'sending', words: null })
  const upload = uploads.get(id)
  // It may be about to try again by itself: never twice at once.
  void upload?.abort().then(() => upload.start())
}

/** Takes a sending off the list; an unfinished one is forgotten on the server too. */
export function dropSending(id: string) {
  const upload = uploads.get(id)
  const isDone = sendings.find((sending) => sending.id === id)?.state === 'done'
  uploads.delete(id)
  show(sendings.filter((sending) => sending.id !== id))
  if (upload && !isDone) upload.abort(true).catch(() => upload.abort())
}

/** Resolves with true when it has arrived, with false when it was dropped from the list. */
async function send(id: string, sound: Blob, name: string, whose: Whose, isTake: boolean): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>()
  const { storyId, passage = '' } = whose
  const upload = new Upload(sound instanceof File ? sound : new File([sound], name), {
    endpoint: '/uploads/',
    chunkSize: pieceBytes,
    retryDelays,
    metadata: { name, ...(storyId ? { storyId } : {}), ...(passage ? { passage } : {}) },
    fingerprint: async () => fingerprintOf(whose, id),
    removeFingerprintOnSuccess: true,
    onShouldRetry: (error) => {
      const again = isPassing(statusOf(error))
      if (again) change(id, { state: 'waiting' })
      return again
    },
    onProgress: (sentBytes) => change(id, { sentBytes, state: 'sending' }),
    onError: (error) => change(id, outcomeOf(error)),
    onSuccess: () => {
      change(id, { state: 'done', sentBytes: sound.size, clipId: upload.url?.split('/').at(-1) ?? null })
      resolve(true)
    },
  })
  uploads.set(id, upload)
  const others = sendings.filter((sending) => sending.id !== id)
  const fresh = {
    id,
    storyId,
    passage,
    name,
    bytes: sound.size,
    sentBytes: 0,
    state: 'sending',
    words: null,
    clipId: null,
    isTake,
  } as const
  show([...others, fresh])
  const [earlier] = await upload.findPreviousUploads()
  if (earlier) upload.resumeFromPreviousUpload(earlier)
  upload.start()
  const gone = listenToSendings(() => uploads.get(id) !== upload && resolve(false))
  return await promise.finally(gone)
}

const statusOf = (error: Error | DetailedError) =>
  'originalResponse' in error ? (error.originalResponse?.getStatus() ?? 0) : 0

/** No answer at all, a server that is starting again, a piece that overlapped: worth trying again by itself. */
function isPassing(status: number): boolean {
  return status === 0 || status === 409 || status === 423 || (status >= 500 && status !== 507)
}

function outcomeOf(error: Error | DetailedError): Partial<Sending> {
  const status = statusOf(error)
  if (isPassing(status)) return { state: 'waiting' }
  const body = 'originalResponse' in error ? (error.originalResponse?.getBody() ?? '') : ''
  // The protocol's own refusals are in English and of no use to anybody here.
  return { state: 'failed', words: /[’é]/.test(body) && body.length < 300 ? body.trim() : null }
}

function isUnderWay(id: string): boolean {
  return sendings.some((sending) => sending.id === id && sending.state !== 'done')
}

function change(id: string, what: Partial<Sending>) {
  show(sendings.map((sending) => (sending.id === id ? { ...sending, ...what } : sending)))
}

function show(next: readonly Sending[]) {
  sendings = next
  for (const listener of listeners) listener()
}

function goOn() {
  for (const { id, state } of sendings) if (state === 'waiting') resumeSending(id)
}

if (typeof window !== 'undefined') {
  window.addEventListener('online', goOn)
  setInterval(goOn, knockEveryMs)
  window.addEventListener('beforeunload', (event) => {
    // A take is safe on the device and leaves at the next visit; a file is only as long as this page lives.
    if (sendings.some(({ isTake, state }) => !isTake && state !== 'done' && state !== 'failed'))
      event.preventDefault()
  })
}
