import { Parser } from 'htmlparser2'
import { cleanText, oneLine } from '#lib/publishing/xml.ts'

/** What ends a line when HTML becomes plain text. */
const breaks = new Set(['p', 'br', 'li', 'div', 'ul', 'ol', 'h1', 'h2', 'h3', 'h4', 'tr', 'blockquote'])
const entity = /&(#\d+|#x[\da-f]+|[a-z]{2,31}\d*);/i
/** Written by a browser as its own, never as text. */
const unread = new Set(['script', 'style', 'iframe', 'object', 'template', 'noscript', 'svg', 'math'])

/** The words of some HTML: paragraphs on lines of their own, tags and scripts gone. */
export function plainWords(html: string): string {
  let text = ''
  let unreadDepth = 0
  const parser = new Parser({
    onopentagname: (name) => {
      if (unread.has(name)) unreadDepth++
      else if (breaks.has(name)) text += name === 'br' || name === 'li' ? '\n' : '\n\n'
    },
    onclosetag: (name) => {
      if (unread.has(name)) unreadDepth--
    },
    ontext: (piece) => {
      if (unreadDepth === 0) text += piece
    },
  })
  parser.end(html)
  return cleanText(text)
    .split('\n')
    .map((line) => line.replace(/[ \t]+/g, ' ').trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

/** Some hosts put a look into their titles. */
const tag = /<\/?(b|i|em|strong|span|a|br|p)\b[^>]*>/i

/** A title on one line. Hosts that escape twice leave `&#039;` in it: that is read once more. */
export function plainTitle(text: string): string {
  return oneLine(entity.test(text) || tag.test(text) ? plainWords(text) : text)
}
