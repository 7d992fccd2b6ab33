import { openShelf } from '#app/_device/shelf.ts'
import { WAITING_CHANGED } from './waiting-shelf.ts'

/** A sound that another app handed over. `worker.js` puts it here, whether or not there is network. */
export type ReceivedSound = {
  id: string
  /** Empty when nobody had signed in yet: it belongs to who opens it first. */
  memberId: string
  name: string
  type: string
  lastModified: number
  sound: Blob
  /** Where it goes; null until somebody has said. A story of its own is created before. */
  place: { storyId: string | null; title: string } | null
}

const inShelf = openShelf('bobine-recus', { sounds: 'id' })

/** Sounds handed to this member on this device, and those that nobody has claimed. */
export async function readReceived(memberId: string): Promise<ReceivedSound[]> {
  const all: ReceivedSound[] = await inShelf('readonly', (store) => store('sounds').getAll())
  return all.filter((sound) => sound.memberId === memberId || sound.memberId === '')
}

export async function writeReceived(sound: ReceivedSound) {
  await inShelf('readwrite', (store) => store('sounds').put(sound))
  dispatchEvent(new Event(WAITING_CHANGED))
}

export async function dropReceived(id: string) {
  await inShelf('readwrite', (store) => store('sounds').delete(id))
  dispatchEvent(new Event(WAITING_CHANGED))
}
