import { heldNames, holdBeside } from '#app/_device/locks.ts'
import { askToStay } from '#app/_device/stay.ts'
import { type KnownText, noteText, textKey } from './waiting-shelf.ts'

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
  const letGo = holdBeside(lockBeginning + textKey(whose))
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
      letGo()
    },
  }
}

const lockBeginning = 'texte:'

/** Keys (`member.story`) of the texts that a page of this browser has open. */
export async function openTexts(): Promise<Set<string>> {
  return await heldNames(lockBeginning)
}
