import { heldNames, whenFree } from '#app/_device/locks.ts'
import { openShelf } from '#app/_device/shelf.ts'

/** A recording on this device. Its pieces lie beside it, one a second, so that a dead battery loses little. */
export type Take = {
  id: string
  memberId: string
  storyId: string | null
  /** The passage of the story that it says; '' = the whole, or none. */
  passage: string
  /** Once it has arrived it stands for its passage, or for the whole story. */
  isChosen: boolean
  /** As the file will be called, with its ending. */
  name: string
  /** Media type that the recorder chose. */
  type: string
  startedAt: number
  ms: number
  /** Somebody chose it: it leaves for the radio as soon as it can. */
  kept: boolean
}
type Piece = { takeId: string; index: number; bytes: ArrayBuffer }

const forgottenMs = 30 * 86_400_000

const lockBeginning = 'prise:'

const inShelf = openShelf('bobine-prises', { takes: 'id', pieces: ['takeId', 'index'] })

/** Writes a take down, or changes what is known of it. */
export async function writeTake(take: Take): Promise<void> {
  await inShelf('readwrite', (store) => store('takes').put(take))
}

/** Keeps a piece; once this resolves it survives the page. Bytes, since some telephones lose stored blobs. */
export async function writePiece(piece: Piece): Promise<void> {
  await inShelf('readwrite', (store) => store('pieces').put(piece))
}

/** The takes of a member on this device, oldest first; those nobody wanted for a month are forgotten. */
export async function readTakes(memberId: string): Promise<Take[]> {
  const all: Take[] = await inShelf('readonly', (store) => store('takes').getAll())
  const mine = all.filter((take) => take.memberId === memberId).sort((a, b) => a.startedAt - b.startedAt)
  const isForgotten = (take: Take) => !take.kept && Date.now() - take.startedAt > forgottenMs
  for (const take of mine.filter(isForgotten)) await dropTake(take.id)
  return mine.filter((take) => !isForgotten(take) && take.ms > 0)
}

/** The sound of a take. */
export async function readTakeSound(take: Take): Promise<Blob> {
  const range = IDBKeyRange.bound([take.id, 0], [take.id, Number.POSITIVE_INFINITY])
  const pieces: Piece[] = await inShelf('readonly', (store) => store('pieces').getAll(range))
  return new Blob(
    pieces.map(({ bytes }) => bytes),
    { type: take.type },
  )
}

/** Removes a take and its sound from this device. */
export async function dropTake(takeId: string): Promise<void> {
  const range = IDBKeyRange.bound([takeId, 0], [takeId, Number.POSITIVE_INFINITY])
  await inShelf('readwrite', (store) => {
    store('pieces').delete(range)
    return store('takes').delete(takeId)
  })
}

/** Runs `work` while no other tab records or sends this take; false when one does. */
export async function holdTake(takeId: string, work: () => Promise<void>): Promise<boolean> {
  return await whenFree(lockBeginning + takeId, work)
}

/** As `readTakes`, without those that a tab is recording or sending right now. */
export async function readFreeTakes(memberId: string): Promise<Take[]> {
  const [takes, held] = await Promise.all([readTakes(memberId), heldNames(lockBeginning)])
  return takes.filter(({ id }) => !held.has(id))
}
