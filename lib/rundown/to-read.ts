import type { SpokenPart } from '#lib/story/document.ts'
import type { Line } from './patch.ts'

/** What plays by itself: only what is said before and after it is read. */
const sounds: ReadonlySet<Line['kind']> = new Set(['clip', 'insert', 'music', 'theme', 'ident', 'sting'])

/** What somebody has to read aloud: of a sound its lead-in while it is coming and its lead-out once it plays. */
export function toRead(
  kind: Line['kind'],
  parts: readonly SpokenPart[],
  when: 'next' | 'onAir',
): readonly SpokenPart[] {
  if (!sounds.has(kind)) return parts
  return parts.filter((part) => part.kind === (when === 'next' ? 'leadIn' : 'leadOut'))
}
