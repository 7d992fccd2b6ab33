import { cleanContent } from './clean.ts'
import { plainText, type StoryContent } from './document.ts'

/** Whether two texts are the same to the last mark, wherever they were stored. */
export function isSameText(one: unknown, other: unknown): boolean {
  return textKey(one) === textKey(other)
}

/** `cleanContent` writes attributes in one order, which a database does not keep. */
const textKey = (content: unknown) => JSON.stringify(cleanContent(content).content)

/** Whether nothing is written in it at all. */
export function isBlank(content: StoryContent): boolean {
  return plainText(content) === '' && !content.content.some(({ type }) => type === 'soundCue')
}
