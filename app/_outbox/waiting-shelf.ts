import { openShelf } from '#app/_device/shelf.ts'

/** What this device knows of a text without opening it. */
export type KnownText = {
  /** `member.story`: phones are shared. */
  key: string
  memberId: string
  storyId: string
  title: string
  /** Words typed here that the server has not said to be on its disk; null while nobody looked. */
  unsent: boolean | null
  /** Why the server did not take them. */
  refusal: string | null
}
/** A story that was begun without network. Its id is made here, so that it is created once. */
export type FirstDraft = {
  id: string
  memberId: string
  title: string
  words: string
  startedAt: number
  /** What the server said when it did not take it. */
  trouble: string | null
}
type Whose = { memberId: string; storyId: string }

const inShelf = openShelf('bobine-envois', { texts: 'key', drafts: 'id' })

/** Heard by what shows how much waits. */
export const WAITING_CHANGED = 'bobine:envois'
const changed = () => void dispatchEvent(new Event(WAITING_CHANGED))

/** How this device calls a member's copy of a text. */
export const textKey = ({ memberId, storyId }: Whose) => `${memberId}.${storyId}`
/** The browser's database with its words. */
export const textDatabase = (whose: Whose) => `bobine.${textKey(whose)}`

/** Writes down what is newly known of a text; what was known otherwise stays. */
export async function noteText(whose: Whose, news: Partial<Pick<KnownText, 'title' | 'unsent' | 'refusal'>>) {
  const key = textKey(whose)
  await inShelf('readwrite', (store) => {
    const asked: IDBRequest<KnownText | undefined> = store('texts').get(key)
    asked.onsuccess = () => {
      const fresh = { key, ...whose, title: '', unsent: null, refusal: null }
      store('texts').put({ ...fresh, ...asked.result, ...news })
    }
    return asked
  })
  changed()
}

/** All texts that somebody opened on this device. */
export async function readTexts(): Promise<KnownText[]> {
  return await inShelf('readonly', (store) => store('texts').getAll())
}

export async function forgetText(key: string) {
  await inShelf('readwrite', (store) => store('texts').delete(key))
  changed()
}

/** Keeps a story begun without network; once this resolves it survives the page. */
export async function writeDraft(draft: FirstDraft) {
  await inShelf('readwrite', (store) => store('drafts').put(draft))
  changed()
}

/** A member's stories that are not created yet, oldest first. */
export async function readDrafts(memberId: string): Promise<FirstDraft[]> {
  const all: FirstDraft[] = await inShelf('readonly', (store) => store('drafts').getAll())
  return all.filter((draft) => draft.memberId === memberId).sort((a, b) => a.startedAt - b.startedAt)
}

export async function dropDraft(id: string) {
  await inShelf('readwrite', (store) => store('drafts').delete(id))
  changed()
}
