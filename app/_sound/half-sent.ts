import { defaultOptions } from 'tus-js-client'

type Whose = { memberId: string; storyId: string | null }
/** A file that began to leave on an earlier visit; choosing it again sends the rest. */
export type HalfSent = { key: string; name: string }

const lifeMs = 24 * 3_600_000
const fileMark = 'fichier:'

/** The name under which this browser remembers a sending: nobody continues another member's. */
export function fingerprintOf({ memberId, storyId }: Whose, id: string): string {
  return `bobine:${memberId}:${storyId ?? ''}:${id}`
}

/** Files half sent from this browser to this place. Those that the server has given up are forgotten. */
export async function readHalfSent(whose: Whose): Promise<HalfSent[]> {
  const mark = `tus::${fingerprintOf(whose, fileMark)}`
  const all = await defaultOptions.urlStorage.findAllUploads()
  const mine = all.filter(({ urlStorageKey }) => urlStorageKey.startsWith(mark))
  const isOver = (creationTime: string) => Date.now() - Date.parse(creationTime) > lifeMs
  for (const { creationTime, urlStorageKey } of mine)
    if (isOver(creationTime)) await forgetHalfSent(urlStorageKey)
  return mine
    .filter(({ creationTime }) => !isOver(creationTime))
    .map(({ urlStorageKey, metadata }) => ({ key: urlStorageKey, name: metadata.name ?? 'fichier' }))
}

export async function forgetHalfSent(key: string): Promise<void> {
  await defaultOptions.urlStorage.removeUpload(key)
}
