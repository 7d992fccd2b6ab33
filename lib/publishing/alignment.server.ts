import { eq } from 'drizzle-orm'
import type { Db } from '#lib/db/db.server.ts'
import { tell } from '#lib/db/events.server.ts'
import { type AlignedSentence, alignments, masters } from '#lib/db/schema.ts'
import { Refusal } from '#lib/machine/refusal.ts'
import type { Actor } from '#lib/people/can.ts'
import { permit } from '#lib/people/permit.ts'
import { countSaid } from '#lib/story/speech.ts'
import { readingTime } from '#lib/time/reading.ts'
import { readDraft } from './draft.server.ts'

/** Somebody often makes a second master right after the first: the text is looked for in what stays. */
const PATIENCE_MS = 2 * 60_000

/** A podcast was made: its text will be looked for in it, after a while. */
export async function expectAlignment(db: Db, masterId: string) {
  const [master] = await db.select({ kind: masters.kind }).from(masters).where(eq(masters.id, masterId))
  if (master?.kind !== 'podcast') return
  await db.transaction(async (tx) => {
    const [asked] = await tx.insert(alignments).values({ masterId }).onConflictDoNothing().returning()
    if (asked) await tell(tx, 'alignment.asked', masterId, { notBefore: new Date(Date.now() + PATIENCE_MS) })
  })
}

/** Looks for the text in the newest master now, again if it was done before; what was set by hand is then forgotten. */
export async function askAlignment(db: Db, actor: Actor, episodeId: string) {
  permit(actor, 'episode.publish', null)
  const { master } = await readDraft(db, episodeId)
  if (!master) throw new Refusal('publish.blocked', { count: 1, first: 'no-master' })
  const fresh = { state: 'asked' as const, progress: 0, sentences: [], unscripted: [], finishedAt: null }
  await db.transaction(async (tx) => {
    await tx
      .insert(alignments)
      .values({ masterId: master.id })
      .onConflictDoUpdate({ target: alignments.masterId, set: fresh })
    await tell(tx, 'alignment.asked', master.id)
  })
}

/** What is known of where the texts are in an episode's newest master; null when nobody has looked. */
export async function readAlignment(db: Db, actor: Actor, episodeId: string) {
  permit(actor, 'episode.publish', null)
  const { master } = await readDraft(db, episodeId)
  if (!master) return null
  const [found] = await db.select().from(alignments).where(eq(alignments.masterId, master.id))
  return found ?? null
}

/**
 * Sets when a sentence is heard (its place in the list, its text as it was shown), or null for one that is not said.
 * Refuses `alignment.changed` when the list is another one by now.
 */
export async function setSentenceTime(
  db: Db,
  actor: Actor,
  given: { masterId: string; at: number; text: string; startMs: number | null },
) {
  permit(actor, 'episode.publish', null)
  await db.transaction(async (tx) => {
    const [found] = await tx
      .select()
      .from(alignments)
      .where(eq(alignments.masterId, given.masterId))
      .for('update')
    const sentence = found?.sentences[given.at]
    if (!found || sentence?.text !== given.text) throw new Refusal('alignment.changed')
    const sentences = found.sentences.with(given.at, moved(sentence, given.startMs))
    await tx.update(alignments).set({ sentences }).where(eq(alignments.masterId, given.masterId))
  })
}

/** As long as before, from where it now begins. */
function moved(sentence: AlignedSentence, startMs: number | null): AlignedSentence {
  if (startMs === null) return { ...sentence, startMs: null, endMs: null, confidence: 1 }
  const lastsMs =
    sentence.startMs === null || sentence.endMs === null
      ? readingTime(countSaid(sentence.text))
      : sentence.endMs - sentence.startMs
  return { ...sentence, startMs, endMs: startMs + lastsMs, confidence: 1 }
}
