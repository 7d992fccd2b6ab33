import { readFreeTakes, type Take } from '#app/_sound/take-shelf.ts'
import { type ReceivedSound, readReceived } from './received-shelf.ts'
import { openTexts } from './text-mark.ts'
import { type FirstDraft, type KnownText, readDrafts, readTexts } from './waiting-shelf.ts'

/** A file whose sending stopped half-way: only choosing it again sends the rest. */
export type HalfSentFile = { key: string; name: string; storyId: string | null }

/** All that lies on this device and not yet at the radio. */
export type Waiting = {
  drafts: readonly FirstDraft[]
  texts: readonly KnownText[]
  /** Chosen takes, which leave by themselves. */
  takes: readonly Take[]
  /** Takes that wait for somebody to choose. */
  unchosen: readonly Take[]
  received: readonly ReceivedSound[]
  halfSent: readonly HalfSentFile[]
}

export const nothingWaiting: Waiting = {
  drafts: [],
  texts: [],
  takes: [],
  unchosen: [],
  received: [],
  halfSent: [],
}

/** What `memberId` has waiting here. A text that is open while there is network is sent by its own page. */
export async function readWaiting(memberId: string): Promise<Waiting> {
  const [drafts, texts, opened, takes, received] = await Promise.all([
    readDrafts(memberId),
    readTexts(),
    openTexts(),
    readFreeTakes(memberId),
    readReceived(memberId),
  ])
  const isLeft = ({ key }: KnownText) => !(navigator.onLine && opened.has(key))
  return {
    drafts,
    texts: texts.filter((text) => text.memberId === memberId && text.unsent === true && isLeft(text)),
    takes: takes.filter(({ kept }) => kept),
    unchosen: takes.filter(({ kept }) => !kept),
    received,
    halfSent: halfSentFiles(memberId).filter(({ name }) => !received.some((sound) => sound.name === name)),
  }
}

/** How many things would leave by themselves, or after one more choice. */
export function countWaiting({ drafts, texts, takes, unchosen, received, halfSent }: Waiting): number {
  return drafts.length + texts.length + takes.length + unchosen.length + received.length + halfSent.length
}

/** Whether something can leave without anybody's choice. */
export function canLeave({ drafts, texts, takes, received }: Waiting): boolean {
  const goes = [...drafts, ...texts, ...takes, ...received.filter(({ place }) => place !== null)]
  return goes.length > 0
}

const mark = 'tus::bobine:'
/** By then the server has given it up. */
const lifeMs = 24 * 3_600_000
const fileMark = /^tus::bobine:([^:]+):([^:]*):fichier:/

/** As `half-sent.ts` finds them, of all stories, without what sends. */
function halfSentFiles(memberId: string): HalfSentFile[] {
  return Object.keys(localStorage)
    .filter((key) => key.startsWith(mark))
    .flatMap((key) => {
      const [, whose, storyId] = fileMark.exec(key) ?? []
      const file = whose === memberId ? readHalf(key) : null
      return file ? [{ key, name: file.name, storyId: storyId || null }] : []
    })
}

// By hand: this is in the frame of every page, and nothing else there checks shapes.
function readHalf(key: string): { name: string } | null {
  const stored: unknown = JSON.parse(localStorage.getItem(key) ?? 'null')
  const isOver = Date.now() - Date.parse(String(fieldOf(stored, 'creationTime'))) > lifeMs
  const name = fieldOf(fieldOf(stored, 'metadata'), 'name')
  return isOver ? null : { name: typeof name === 'string' ? name : 'fichier' }
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
}
