import type { LookedCaptions } from './captions-look.ts'
import { elementsOf, type LookedItem, textOf } from './feed-look.ts'
import { titleMaxCharacters } from './feed-parts.ts'
import type { LookedTag } from './id3-look.ts'
import { utf8Bytes } from './length.ts'
import type { WalkedSound } from './mp3-walk.ts'

/** The file on disk, read from its first byte to its last. */
export type SoundOnDisk = WalkedSound & { sizeBytes: number; sha256: string; tag: LookedTag | null }

/** What came back from an address. */
export type Answered = { status: number; type: string; bytes: number }

/** A picture as it came back; null when it is none. */
export type LookedPicture = {
  format: string
  width: number
  height: number
  hasAlpha: boolean
  bytes: number
}

/** An episode seen by somebody who asks for each of its addresses, before anybody else can. */
export type LookedEpisode = {
  isHttps: boolean
  now: Date
  /** What is about to be frozen. */
  expected: { pageUrl: string; sha256: string; chapters: number; hasText: boolean }
  sound: SoundOnDisk
  /** The item as an app finds it in the feed; null when it finds none. */
  item: LookedItem | null
  isFeedStable: boolean
  served: {
    sound: Answered
    /** Whether each way of asking for a part was answered to the byte. */
    ranges: { firstTwo: boolean; middle: boolean; last: boolean; pastEnd: boolean }
    /** The file's chapters in milliseconds, in its order; null for what is no chapters file. */
    chapters: number[] | null
    vtt: LookedCaptions | null
    srt: LookedCaptions | null
  }
  cover: LookedPicture | null
  card: LookedPicture | null
}

type Fact = string | number
type Facts = Readonly<Record<string, Fact>>
/** `ok`, or what is wrong: `warn` for what apps forgive, `stop` for what would break in listeners' apps. */
export type Check = { rule: RuleName; result: 'ok' | 'warn' | 'stop'; facts: Facts }

type Rule = (episode: LookedEpisode) => null | Omit<Check, 'rule'>

const ok = null
const warn = (facts: Facts = {}) => ({ result: 'warn' as const, facts })
const stop = (facts: Facts = {}) => ({ result: 'stop' as const, facts })

/** What apps take for "the same length". */
const toleranceMs = 1000
const descriptionMaxBytes = 4000
/** Podcasting 2.0's advice for captions. */
const srtLine = 32
const vttLine = 65
/** What directories advise, and what they refuse. */
const coverAdvisedBytes = 512_000

const rules = {
  address: ({ isHttps }) => (isHttps ? ok : warn()),
  'feed-item': ({ item }) => (item ? ok : stop()),
  'feed-stable': ({ isFeedStable }) => (isFeedStable ? ok : stop()),
  'sound-answers': ({ served: { sound } }) =>
    sound.status === 200 && sound.type === 'audio/mpeg' ? ok : stop({ status: sound.status }),
  'sound-length': ({ item, served, sound }) => {
    const announced = Number(enclosure(item)?.length ?? Number.NaN)
    const isExact = served.sound.bytes === sound.sizeBytes && announced === sound.sizeBytes && announced > 0
    return isExact ? ok : stop({ bytes: sound.sizeBytes })
  },
  'sound-bytes': ({ sound, expected }) => (sound.sha256 === expected.sha256 ? ok : stop()),
  'sound-duration': ({ item, sound }) => {
    const announcedMs = Number(item ? textOf(item, 'itunes:duration') : Number.NaN) * 1000
    const { playsMs } = sound
    return playsMs > 0 && Math.abs(playsMs - announcedMs) <= toleranceMs ? ok : stop({ playsMs })
  },
  'sound-quality': ({ sound: { channels, bitRate, sampleRateHz } }) => {
    const isRich = bitRate >= (channels === 1 ? 96_000 : 128_000)
    return isRich && [44_100, 48_000].includes(sampleRateHz) ? ok : warn({ bitRate, sampleRateHz })
  },
  'sound-ranges': ({ served: { ranges } }) => (Object.values(ranges).every(Boolean) ? ok : stop()),
  'sound-tag': ({ sound: { tag } }) => (tag?.title && tag.artist && tag.album ? ok : warn()),
  'sound-cover': ({ sound: { tag } }) => (tag?.hasCover ? ok : warn()),
  'sound-chapters': ({ sound: { tag }, expected: { chapters } }) =>
    // A tag has no room for more.
    (tag?.chapters.length ?? 0) === Math.min(255, chapters) ? ok : warn(),
  enclosure: ({ item }) => {
    const all = item ? elementsOf(item, 'enclosure') : []
    const url = enclosure(item)?.url ?? ''
    return all.length === 1 && isPlainAddress(url) ? ok : stop()
  },
  title: ({ item }) => {
    const characters = item ? [...textOf(item, 'title')].length : 0
    return characters > 0 && characters <= titleMaxCharacters ? ok : stop({ characters })
  },
  description: ({ item }) => {
    const bytes = item ? utf8Bytes(textOf(item, 'description')) : 0
    return bytes > 0 && bytes <= descriptionMaxBytes ? ok : stop({ bytes })
  },
  guid: ({ item }) => (item && elementsOf(item, 'guid')[0]?.attributes.isPermaLink === 'false' ? ok : stop()),
  link: ({ item, expected }) => (item && textOf(item, 'link') === expected.pageUrl ? ok : stop()),
  date: ({ item, now }) => {
    const publishedAt = Date.parse(item ? textOf(item, 'pubDate') : '')
    // A clock that was set back dates what is out in the future: mending it must stay possible.
    return Number.isNaN(publishedAt) ? stop() : publishedAt <= now.getTime() ? ok : warn()
  },
  chapters: ({ served: { chapters }, sound }) => {
    const isInOrder = chapters?.every((start, at) => at === 0 || start > (chapters[at - 1] ?? 0))
    const isInside = chapters?.every((start) => start < sound.playsMs)
    return chapters?.[0] === 0 && isInOrder && isInside ? ok : stop()
  },
  captions: ({ served: { vtt, srt }, expected, sound }) => {
    if (!expected.hasText) return ok
    const isRight = [vtt, srt].every(
      (one) => one && one.cues > 0 && one.misplaced === 0 && one.endMs <= sound.playsMs + toleranceMs,
    )
    return isRight ? ok : stop()
  },
  'caption-lines': ({ served: { vtt, srt } }) => {
    const isShort = (one: LookedCaptions | null, most: number) => !one || one.longestLine <= most
    const isTwo = (srt?.mostLines ?? 0) <= 2
    return isShort(vtt, vttLine) && isShort(srt, srtLine) && isTwo ? ok : warn()
  },
  cover: ({ cover }) => (cover ? ok : stop()),
  'cover-shape': ({ cover }) => {
    if (!cover) return ok
    const { width, height, format, hasAlpha } = cover
    const isSquare = width === height && width >= 1400 && width <= 3000
    return isSquare && !hasAlpha && ['jpeg', 'png'].includes(format) ? ok : warn({ width, height })
  },
  'cover-weight': ({ cover }) =>
    !cover || cover.bytes <= coverAdvisedBytes ? ok : warn({ bytes: cover.bytes }),
  card: ({ card }) => (card?.width === 1200 && card.height === 630 ? ok : warn()),
} satisfies Record<string, Rule>

export type RuleName = keyof typeof rules

/** Every rule, in the order in which they are told. */
export function selfCheck(episode: LookedEpisode): Check[] {
  return Object.entries<Rule>(rules).map(([name, rule]) => {
    const wrong = rule(episode)
    return { rule: name as RuleName, ...(wrong ?? { result: 'ok' as const, facts: {} }) }
  })
}

function enclosure(item: LookedItem | null) {
  return item ? elementsOf(item, 'enclosure')[0]?.attributes : undefined
}

/** Absolute, and without a letter that some app would write in another way. */
function isPlainAddress(url: string): boolean {
  return /^https?:\/\/[\x21-\x7e]+$/.test(url) && URL.canParse(url)
}
