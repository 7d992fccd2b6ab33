import { whenFree } from '#app/_device/locks.ts'
import { sendFile, sendTake } from '#app/_sound/sendings.ts'
import { openStorySession, type StorySnapshot } from '#app/_story/story-session.ts'
import { createFromDraftAction } from './actions.ts'
import { withFreeDraft } from './first-draft.ts'
import { dropReceived, type ReceivedSound } from './received-shelf.ts'
import { readWaiting } from './waiting.ts'
import { dropDraft, type KnownText, readDrafts, writeDraft } from './waiting-shelf.ts'

/** A text that takes longer waits for the next round. */
const TEXT_PATIENCE_MS = 45_000

/**
 * Sends all that waits on this device: new stories first, then texts one after the other, then sounds, which go on
 * by themselves. One tab of the browser does it; what cannot leave now stays where it is.
 */
export async function sendAll(memberId: string): Promise<void> {
  await whenFree('bobine-envoi', async () => {
    const waiting = await readWaiting(memberId)
    for (const { id } of waiting.drafts) await withFreeDraft(id, () => sendDraftNow(memberId, id))
    for (const text of waiting.texts) await sendText(text)
    // A sound does not leave before its story is there.
    const missing = new Set((await readDrafts(memberId)).map(({ id }) => id))
    for (const sound of waiting.received)
      if (sound.place && !missing.has(sound.place.storyId ?? '')) void sendReceived(memberId, sound)
    for (const take of waiting.takes) void sendTake(take)
  })
}

/** Creates a story that was begun here, as it is written now. The draft goes once the server has it. */
export async function sendDraftNow(memberId: string, draftId: string) {
  const draft = (await readDrafts(memberId)).find(({ id }) => id === draftId)
  if (!draft) return
  const { id, title, words } = draft
  // Without network the call throws: the draft stays as it is.
  const outcome = await createFromDraftAction(null, { id, title, words }).catch(() => null)
  if (outcome?.ok) return await dropDraft(id)
  const trouble = outcome && (Object.values(outcome.fields)[0] ?? outcome.words)
  if (trouble) await writeDraft({ ...draft, trouble })
}

/** Opens the text as its page would, until the server has all of it. The session keeps the list itself. */
async function sendText({ memberId, storyId }: KnownText) {
  const session = openStorySession({ memberId, storyId })
  const isOver = ({ connected, unsent, device, refusal }: StorySnapshot) =>
    refusal !== null || (connected && device && unsent === 0)
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, TEXT_PATIENCE_MS)
    const look = () => {
      if (!isOver(session.snapshot())) return
      clearTimeout(timer)
      resolve()
    }
    session.listen(look)
    look()
  })
  session.close()
}

/** A sound from another app, into the story that was chosen. One tab does it. */
async function sendReceived(memberId: string, { id, name, type, lastModified, sound, place }: ReceivedSound) {
  await whenFree(`recu:${id}`, async () => {
    const file = new File([sound], name, { type, lastModified })
    const hasArrived = await sendFile(file, { memberId, storyId: place?.storyId ?? null })
    if (hasArrived) await dropReceived(id)
  })
}
