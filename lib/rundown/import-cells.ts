import type { GoesTo, ItemKind } from '#lib/db/schema.ts'
import { looseText } from '#lib/sound/loose-text.ts'
import type { LocalTime } from '#lib/time/airtime.ts'
import { hours, type Milliseconds, parseDuration } from '#lib/time/duration.ts'

/**
 * A length as files have it: as people type it, and `00:05:30`, `5:30.5`, `~5:30`, `5:30 min`, `PT5M30S`, and the
 * fraction of a day that a spreadsheet keeps (four decimals and more: `0.00381944`). Null for anything else.
 */
export function lengthOf(text: string): Milliseconds | null {
  const typed = text.trim()
  if (/^0?[.,]\d{4,}(e-?\d+)?$|^\d([.,]\d+)?e-\d+$/i.test(typed)) return dayFraction(typed)
  const [, isoHours = '0', isoMinutes = '0', isoSeconds = '0'] =
    /^PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:\.\d+)?S)?$/i.exec(typed) ?? []
  if (/^PT\d/i.test(typed)) return parseDuration(`${isoHours}h${isoMinutes}min${isoSeconds}s`)
  const bare = typed
    .replace(/^(~|≈|env(iron|\.)?|ca\.?|about)\s*/i, '')
    .replace(/(:\d{2})[.,]\d+$/, '$1')
    .replace(/(:\d{2})\s*(min|mn|m|s|h)\.?$/i, '$1')
    .replace(/\.$/, '')
  return parseDuration(bare)
}

function dayFraction(text: string): Milliseconds | null {
  const days = Number(text.replace(',', '.'))
  const seconds = Math.round(days * 86_400)
  return Number.isFinite(days) && seconds * 1000 <= hours(24) ? seconds * 1000 : null
}

/** A time of day as files have it: `18:05`, `18h05`, `18 h 05`, `18:05:30`, `6:05 PM`. Null for anything else. */
export function wallTimeOf(text: string): LocalTime | null {
  const [, hour, minute = '00', second = '00', half] =
    /^(\d{1,2})\s*(?:[:h.]\s*(\d{2}))?(?:[:.](\d{2}))?\s*h?\s*([ap]m)?$/i.exec(text.trim()) ?? []
  if (hour === undefined) return null
  const isAfternoon = half?.toLowerCase() === 'pm'
  const onClock = half ? (Number(hour) % 12) + (isAfternoon ? 12 : 0) : Number(hour)
  if (onClock > 23 || Number(minute) > 59 || Number(second) > 59) return null
  return `${String(onClock).padStart(2, '0')}:${minute}:${second}`
}

const kindWordsOf: Record<ItemKind, string> = {
  theme: 'generique,theme,opening,closing,intro,outro,signature,theme music,credits',
  ident: 'jingle,ident,id,sweeper,top horaire',
  sting: 'virgule,sting,stinger,bumper,transition',
  voice:
    'voix,voice,lancement,texte,parole,micro,papier,breve,breves,chapeau,titres,sommaire,annonce,desannonce,pied,agenda,chronique,script,read,link,host',
  clip: 'son,clip,audio,sound,extrait,reportage,package,enrobe,element,cut',
  studioTalk: 'plateau,studio,studio talk,talk,debat,interview,entretien,invite,live,discussion,guest',
  music: 'musique,music,chanson,song,titre,disque,track,morceau',
  insert: 'bobino,insert,micro-trottoir,vox pop,micro trottoir,vox,carte postale,carte postale sonore',
  other: 'autre,other,divers,misc',
}
const kinds = new Map(
  Object.entries(kindWordsOf).flatMap(([kind, words]) =>
    words.split(',').map((word) => [word, kind as ItemKind] as const),
  ),
)

/** What a line is, by its word in French or English; null for a word that we do not know. */
export function kindOf(text: string): ItemKind | null {
  const word = looseText(text).replace(/\s+/g, ' ').trim()
  return kinds.get(word) ?? kinds.get(word.replace(/s$/, '')) ?? null
}

/** What a line probably is when its file does not say: its title may begin with the word. */
export function kindByTitle(title: string): ItemKind {
  const [first = ''] = looseText(title).split(/[\s,:(«"–—-]+/)
  const told = kindOf(first)
  return told && first !== 'titre' ? told : 'voice'
}

/** Where a line is heard; null for words that we do not know. */
export function goesToOf(text: string): GoesTo | null {
  const words = looseText(text)
  const onAir = /antenne|radio|air|fm\b/.test(words)
  const online = /podcast|internet|web/.test(words)
  if (/les deux|both|partout/.test(words) || (onAir && online)) return 'both'
  if (onAir) return 'antenne'
  return online ? 'podcast' : null
}

/** Whether a box is ticked; null for a word that says neither. */
export function yesOf(text: string): boolean | null {
  const word = looseText(text).trim()
  if (/^(oui|o|yes|y|x|1|vrai|true|sautee?)$/.test(word)) return true
  return /^(non|n|no|0|faux|false|)$/.test(word) ? false : null
}
