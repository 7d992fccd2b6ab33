import { clipCharacters } from './length.ts'
import { oneLine } from './xml.ts'

/** Where what helps to share an episode is fetched: `/partage/<episode>/affiche.pdf`. */
export const sharePath = '/partage/'

/** What is told of an episode when it is shared. */
export type ToShare = {
  title: string
  summary: string
  showName: string
  /** Of its page, absolute. */
  url: string
  chapters: readonly { title: string }[]
  persons: readonly { name: string }[]
}

/** Beyond, a list is not read on a telephone. */
const mostChapters = 12
const summaryCharacters = 220

/** The same news in three lengths: for a text message, for a message, for a letter or a post. */
export function shareTexts(episode: ToShare): { short: string; medium: string; long: string } {
  const title = oneLine(episode.title)
  const summary = episode.summary.trim()
  const heading = `«\u00a0${title}\u00a0», dans ${oneLine(episode.showName)}`
  const listen = `À écouter ici\u00a0: ${episode.url}`
  const chapters = episode.chapters.map((chapter) => oneLine(chapter.title)).filter(Boolean)
  const shown = chapters.slice(0, mostChapters).map((chapter) => `• ${chapter}`)
  const list = shown.length > 1 ? `Au sommaire\u00a0:\n${shown.join('\n')}` : ''
  const names = [...new Set(episode.persons.map(({ name }) => oneLine(name)))].filter(Boolean)
  return {
    short: `${heading}\u00a0: ${episode.url}`,
    medium: paragraphs(`${heading}.`, clipCharacters(oneLine(summary), summaryCharacters), listen),
    long: paragraphs(
      `${heading}.`,
      summary,
      list,
      names.length > 0 ? `Avec ${names.join(', ')}.` : '',
      listen,
    ),
  }
}

/** The line of HTML that shows the player on another site. */
export function embedCode(pageUrl: string, title: string): string {
  const safe = oneLine(title).replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;')
  return `<iframe src="${pageUrl}/lecteur" width="100%" height="180" title="${safe}" loading="lazy"></iframe>`
}

/** A file's name that any machine takes, from a title. */
export function fileName(title: string, ending: string): string {
  const plain = title
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .toLowerCase()
  return `${plain.slice(0, 60) || 'emission'}.${ending}`
}

function paragraphs(...parts: string[]): string {
  return parts.filter((part) => part !== '').join('\n\n')
}

const days = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche']

type OnAir = { station: string; frequency: string; slotWeekday: number | null; slotTime: string }

/** "Sur Radio Exemple, 00.0 FM, le vendredi à 18 h": what is known of it; '' when nothing is. */
export function onAirLine({ station, frequency, slotWeekday, slotTime }: OnAir): string {
  const [hour = '', minute = ''] = slotTime.split(':')
  const day = slotWeekday === null ? undefined : days[slotWeekday - 1]
  const time = `${Number(hour)}\u00a0h${minute === '00' ? '' : `\u00a0${minute}`}`
  const known = [station, frequency.replaceAll(' ', '\u00a0'), day && `le ${day} à ${time}`].filter(Boolean)
  if (known.length === 0) return ''
  return `${station ? 'Sur ' : 'À la radio\u00a0: '}${known.join(', ')}`
}
