import { cleanLine, cleanText } from './clean-text.ts'
import { storyLimits } from './document.ts'

/** A message of a conversation: who wrote it, its lines. */
export type ChatMessage = { by: string; text: string }

const DAY = '\\d{1,4}[/.-]\\d{1,2}[/.-]\\d{1,4}'
const HOUR = '\\d{1,2}[:h]\\d{2}(?::\\d{2})?(?:[ \\u202f\\u00a0]?[ap]\\.?m\\.?)?'
const WHEN = `(?:${DAY}(?:,| à)?[ \\u00a0]${HOUR}|${HOUR},?[ \\u00a0]${DAY})`
/** "[12/03/2026 18:04] Nadia : …" of a phone or a browser, "12/03/2026 à 18:04 - Nadia : …" of an exported chat. */
const stamped = new RegExp(
  `^[\\u200e\\u200f]?(?:\\[${WHEN}\\]|${WHEN}[ \\u00a0]-)[ \\u00a0]?(?:~[ \\u00a0\\u202f]?)?(?:([^:\\n]{1,60}?)[ \\u00a0]?:[ \\u00a0])?(.*)$`,
  'i',
)
/** What the app itself writes among the messages. */
const notSaid =
  /^[\u200e<\s]*(?:médias? omis|(?:image|vidéo|audio|sticker|gif|document)s? (?:omis|absent)e?s?|message supprimé|(?:vous avez|ce message a été) supprimé|media omitted|image omitted|audio omitted|this message was deleted|appel (?:vocal|vidéo) manqué|null)|fichier joint\)|^[\u200e]?(?:IMG|VID|PTT|AUD)-\d{8}-WA\d+/i
const edited = /[ \u00a0\u200e]{0,4}<(?:Ce message a été modifié|This message was edited)>$/i

/**
 * The messages of a conversation that was copied from a phone, without their hours; null when `text` is none. `notes`
 * counts what was no message: pictures, calls, the app's own lines.
 */
export function chatOf(text: string): { messages: ChatMessage[]; notes: number } | null {
  const lines = cleanText(text).split('\n')
  if (!stamped.test(lines.find((line) => line.trim() !== '') ?? '')) return null
  const messages: ChatMessage[] = []
  let notes = 0
  let isInNote = false
  for (const line of lines) {
    const [found, by, said = ''] = stamped.exec(line) ?? []
    const last = messages.at(-1)
    if (found === undefined) {
      // A message may have several lines.
      if (last && !isInNote && line.trim() !== '') last.text += `\n${line.trim()}`
      continue
    }
    isInNote = by === undefined || notSaid.test(said)
    if (isInNote) notes += 1
    else
      messages.push({
        by: cleanLine(by ?? '').slice(0, storyLimits.name),
        text: said.replace(edited, '').trim(),
      })
  }
  return messages.length > 0 ? { messages: messages.filter((one) => one.text !== ''), notes } : null
}
