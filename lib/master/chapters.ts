import type { Chapter, ItemKind } from '#lib/db/schema.ts'

type Played = { itemId: string; title: string; kind: ItemKind; startMs: number; endMs: number }

const punctuation: readonly ItemKind[] = ['sting', 'ident']

/**
 * Chapters of cuts played one after the other, to the millisecond. Stings and untitled items belong to
 * the chapter before them; the first chapter always starts at 0. Equal titles in a row are one chapter.
 */
export function chaptersOf(cuts: readonly Played[]): Chapter[] {
  const chapters: Chapter[] = []
  let atMs = 0
  for (const cut of cuts) {
    const endMs = atMs + cut.endMs - cut.startMs
    const title = cut.title.trim()
    const last = chapters.at(-1)
    if (title && !punctuation.includes(cut.kind) && last?.title !== title) {
      chapters.push({ startMs: last ? atMs : 0, endMs, title, itemId: cut.itemId })
    } else if (last) last.endMs = endMs
    const opened = chapters.at(-2)
    if (opened) opened.endMs = chapters.at(-1)?.startMs ?? endMs
    atMs = endMs
  }
  return chapters
}
