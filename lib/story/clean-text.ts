/** Control characters and those that turn the writing direction of everything after them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const hidden = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g

/** A text that a database, a feed and a screen can carry: whole characters, no control, no direction override. */
export function cleanText(text: string): string {
  return text.toWellFormed().replace(/\r\n?/g, '\n').replace(hidden, '')
}

/** As `cleanText`, on one line, without spaces at its ends. */
export function cleanLine(text: string): string {
  return cleanText(text).replace(/\s+/g, ' ').trim()
}

/** The address of a link as it was typed; null unless it leads to a page, a mailbox or a telephone. */
export function safeHref(href: unknown): string | null {
  if (typeof href !== 'string' || href.length > 2000) return null
  const typed = cleanLine(href)
  const known = /^(https?:\/\/[^\s/]|mailto:[^\s]|tel:[+\d])/i.test(typed)
  return known && URL.canParse(typed) ? typed : null
}
