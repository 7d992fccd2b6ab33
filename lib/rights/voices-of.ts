/** Where somebody speaks: in one sound, or (null) in all of a story's. */
export type Placed = { storyId: string; clipId: string | null }
/** A sound as far as its voices go: the story that it lies in, and the sounds that it was split from. */
export type SoundOf = { id: string; storyId: string | null; splitFrom: readonly string[] }

/**
 * Who speaks in a sound: everybody of its story who is not tied to another sound, and those who are tied to this one.
 * A sound that was split in two has on both sides all who were known in the whole.
 */
export function voicesOfClip<V extends Placed>(voices: readonly V[], clip: SoundOf): V[] {
  const sounds = [clip.id, ...clip.splitFrom]
  return voices.filter(({ storyId, clipId }) =>
    clipId === null ? storyId === clip.storyId : sounds.includes(clipId),
  )
}

/** Who speaks in a story's text, whatever sound is made of it. */
export function voicesOfStory<V extends Placed>(voices: readonly V[], storyId: string): V[] {
  return voices.filter((voice) => voice.clipId === null && voice.storyId === storyId)
}

/** Who speaks in a line of the rundown, once each: in its sound, and in its text. */
export function voicesOfLine<V extends Placed & { id: string }>(
  voices: readonly V[],
  { storyId, clip }: { storyId: string | null; clip: SoundOf | null },
): V[] {
  const heard = [
    ...(clip ? voicesOfClip(voices, clip) : []),
    ...(storyId ? voicesOfStory(voices, storyId) : []),
  ]
  return heard.filter(({ id }, at) => heard.findIndex((voice) => voice.id === id) === at)
}
