import type { Chapter, ItemKind } from '#lib/db/schema.ts'

type Played = { itemId: string; title: string; kind: ItemKind; startMs: number; endMs: number }

const punctuation: readonly ItemKind[] = ['sting', 'ident']

/**
 * Chapters of lines as they stand in a master of `durationMs`, to the millisecond, without a hole. Stings and
 * untitled lines belong to the chapter before them; the first chapter always starts at 0. Equal titles in a row
 * are one chapter.
 */
export function chaptersOf(lines: readonly Played[], durationMs: number): Chapter[] {
  const chapters: Chapter[] = []
  for (const line of lines) {
    const title = line.title.trim()
    const last = chapters.at(-1)
    if (!title || punctuation.includes(line.kind) || last?.title === title) continue
    chapters.push({ startMs: last ? line.startMs : 0, endMs: durationMs, title, itemId: line.itemId })
    if (last) last.endMs = line.startMs
  }
  return chapters
}
