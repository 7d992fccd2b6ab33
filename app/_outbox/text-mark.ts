import { askToStay } from '#app/_device/stay.ts'
import { type KnownText, noteText } from './waiting-shelf.ts'

/** Keeps in the device's list whether a text has words that are not sent. */
export type TextMark = {
  /** Somebody typed, or typed here earlier. */
  unsent: () => void
  /** `isSent`: all that lies on this device is on the server's disk. */
  look: (where: { isSent: boolean; refusal: string | null }) => void
  close: () => void
}

/** Less than a page waits before it says "C'est gardé": whoever reads that may close it. */
const CALM_MS = 400

/** Holds the mark of one open text. While it is held, the outbox leaves the text to its own page. */
export function openTextMark(whose: { memberId: string; storyId: string }): TextMark {
  const released = Promise.withResolvers<void>()
  let known: Pick<KnownText, 'unsent' | 'refusal'> = { unsent: null, refusal: null }
  let calm: ReturnType<typeof setTimeout> | undefined
  const learn = (news: typeof known) => {
    clearTimeout(calm)
    calm = undefined
    if (news.unsent === known.unsent && news.refusal === known.refusal) return
    known = news
    // A device that keeps nothing has no outbox either; the page itself says so.
    noteText(whose, news).catch(() => undefined)
  }
  void holdText(whose, () => released.promise)
  return {
    unsent() {
      learn({ unsent: true, refusal: known.refusal })
      if (!navigator.onLine) askToStay()
    },
    look({ isSent, refusal }) {
      if (isSent) calm ??= setTimeout(() => learn({ unsent: false, refusal: null }), CALM_MS)
      else if (refusal !== known.refusal && known.unsent) learn({ unsent: true, refusal })
      else if (calm) {
        clearTimeout(calm)
        calm = undefined
      }
    },
    close() {
      // What was sent a moment ago is sent.
      if (calm) learn({ unsent: false, refusal: null })
      released.resolve()
    },
  }
}

const lockOf = ({ memberId, storyId }: { memberId: string; storyId: string }) =>
  `texte:${memberId}.${storyId}`

async function holdText(whose: { memberId: string; storyId: string }, work: () => Promise<void>) {
  await navigator.locks?.request(lockOf(whose), { mode: 'shared' }, work)
}

/** Keys (`member.story`) of the texts that a page of this browser has open. */
export async function openTexts(): Promise<Set<string>> {
  const held = (await navigator.locks?.query())?.held ?? []
  return new Set(held.flatMap(({ name }) => (name?.startsWith('texte:') ? [name.slice(6)] : [])))
}
