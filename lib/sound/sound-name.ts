import { cleanLine } from '#lib/story/clean-text.ts'

/** The longest title of a sound, characters. */
export const longestTitle = 200

/** The name a file was sent under, as text: one line of at most 255 characters, without folders. */
export function soundName(given: string): string {
  const last = given.split(/[/\\]/).findLast((part) => part.trim() !== '') ?? ''
  return shortened(cleanLine(last), 255) || 'son'
}

/** A first title out of a file's name: without its ending, with spaces for underscores. */
export function titleFromName(name: string): string {
  const bare = name.replace(/\.[a-z0-9]{2,5}$/i, '').replace(/[_\s]+/g, ' ')
  return shortened(bare.trim(), longestTitle) || name
}

/** Cut between characters, never inside one. */
function shortened(text: string, most: number): string {
  return [...text].slice(0, most).join('').trim()
}

/** `Le marché` → `Le marché (2)`, within the longest title. */
export function numberedTitle(title: string, number: number): string {
  const ending = ` (${number})`
  return shortened(title, longestTitle - ending.length) + ending
}
