import type { Place } from '#lib/story/lines.ts'

/** A note's words, to be marked in the text. */
export type NoteMark = { id: string; place: Place; kind: 'comment' | 'suggestion'; isCurrent: boolean }

/** How marked words look, as classes: the same while one writes and while one reads. */
export function markLook({ kind, isCurrent }: NoteMark): string {
  return `note-mark note-mark-${kind}${isCurrent ? ' note-mark-current' : ''}`
}
