import { randomUUID } from 'node:crypto'
import { and, desc, eq, inArray, isNotNull, isNull } from 'drizzle-orm'
import type { Db } from '#lib/db/db.server.ts'
import {
  clips,
  episodes,
  type ItemKind,
  members,
  rundownItems,
  stories,
  storyDocuments,
} from '#lib/db/schema.ts'
import { Refusal } from '#lib/machine/refusal.ts'
import type { Actor } from '#lib/people/can.ts'
import { permit } from '#lib/people/permit.ts'
import { editedMs, editedSoundOf } from '#lib/sound/edit.ts'
import { readingTime } from '#lib/time/reading.ts'
import { changeRundown, lineOf, readLines, titlesOf } from './change.server.ts'
import { readFacts } from './facts.server.ts'
import type { ClipFacts, LineFacts, StoryFacts } from './facts.ts'
import { readPlace } from './keep-lines.server.ts'
import { bareLine, type Fields, type Line, movedBehind, placed } from './patch.ts'

/** A line with its place, and what its story and its sound say about it; null when it has none, or it is in the bin. */
export type RundownLine = Line & { position: number; story: StoryFacts | null; clip: ClipFacts | null }
export type Rundown = { version: number; lines: RundownLine[] }
/** A rundown as screens hold it: what lies in it apart from what that says of itself. */
export type RundownState = { version: number; lines: Line[]; facts: LineFacts }
/** A line that somebody saw at `version`. */
export type Seen = { id: string; version: number }

/** The rundown in order, with what each line still lacks to be timed and made. */
export async function readRundown(db: Db, actor: Actor, episodeId: string): Promise<Rundown> {
  permit(actor, 'rundown.read', null)
  return await rundownOf(db, episodeId)
}

/** As `readRundown`, for the later rooms that have checked the right themselves. */
export async function rundownOf(db: Db, episodeId: string): Promise<Rundown> {
  const { version, lines, facts } = await stateOf(db, episodeId)
  const of = <F>(known: Record<string, F>, id: string | null): F | null => (id && known[id]) || null
  const joined = lines.map((line, position) => ({
    ...line,
    position,
    story: of(facts.stories, line.storyId),
    clip: of(facts.clips, line.clipId),
  }))
  return { version, lines: joined }
}

/** The rundown as a screen takes it over, from where it follows the changes. */
export async function readRundownState(db: Db, actor: Actor, episodeId: string): Promise<RundownState> {
  permit(actor, 'rundown.read', null)
  return await stateOf(db, episodeId)
}

async function stateOf(db: Db, episodeId: string): Promise<RundownState> {
  return await db.transaction(
    async (tx) => {
      const [episode] = await tx
        .select({ version: episodes.rundownVersion })
        .from(episodes)
        .where(eq(episodes.id, episodeId))
      if (!episode) throw new Refusal('not-found')
      const lines = await readLines(tx, episodeId)
      return { version: episode.version, lines, facts: await readFacts(tx, lines) }
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  )
}

/** What a new line is made of; the rest is empty. A screen gives it an `id`, to show it before it is stored. */
export type NewLine = Partial<Fields> & { kind: ItemKind; id?: string | undefined }

/**
 * Adds lines behind `after` (null = at the head, undefined = at the foot). Without a length (`plannedMs` 0) each takes
 * the one that its sound or text brings.
 */
export async function addItems(
  db: Db,
  actor: Actor | 'console',
  episodeId: string,
  added: readonly NewLine[],
  after?: string | null,
) {
  return await changeRundown(db, actor, episodeId, async (tx, lines) => {
    const fresh: Line[] = []
    const taken = await takenIds(tx, added)
    for (const { id, ...details } of added) {
      const brought = await lengthFrom(tx, details)
      const filled = await withClipFacts(tx, { ...bareLine, ...details, ...brought })
      const ownId = id && !taken.has(id) ? id : randomUUID()
      taken.add(ownId)
      fresh.push({ ...filled, id: ownId, version: 0 })
    }
    const at = after === undefined ? (lines.at(-1)?.id ?? null) : after
    const next = fresh.reduceRight((list, line) => placed(list, line, at), [...lines])
    return { lines: next, result: fresh.map(({ id }) => id), what: 'added', titles: titlesOf(fresh) }
  })
}

/** The ids that lines have already, of whatever rundown: nobody writes over a line by giving a new one its id. */
async function takenIds(tx: Db, added: readonly NewLine[]): Promise<Set<string>> {
  const ids = added.flatMap(({ id }) => id ?? [])
  if (ids.length === 0) return new Set()
  const rows = await tx
    .select({ id: rundownItems.id })
    .from(rundownItems)
    .where(inArray(rundownItems.id, ids))
  return new Set(rows.map(({ id }) => id))
}

/** Adds a line at the foot; answers its id. */
export async function addItem(db: Db, actor: Actor, episodeId: string, details: NewLine): Promise<string> {
  const { result } = await addItems(db, actor, episodeId, [details])
  const [id] = result
  if (id === undefined) throw new Error('A rundown line was not made')
  return id
}

/**
 * Changes a line as it was seen at `version`. Refuses `rundown.stale` when somebody changed it meanwhile:
 * the caller shows the line as it is now and keeps what was typed. A `plannedMs` of 0, or a newly joined sound
 * when no length is given, lets the sound or the text bring its own.
 */
export async function editItem(
  db: Db,
  actor: Actor,
  itemId: string,
  version: number,
  details: Partial<Fields>,
  episodeId?: string,
) {
  return await changeRundown(db, actor, episodeId ?? (await episodeOf(db, itemId)), async (tx, lines) => {
    const before = fresh(lines, { id: itemId, version })
    const joinsSound = Boolean(details.clipId) && details.clipId !== before.clipId
    const plannedMs = details.plannedMs ?? (joinsSound ? 0 : before.plannedMs)
    const brought = await lengthFrom(tx, { ...before, ...details, plannedMs })
    const set = await withClipFacts(tx, { ...details, ...brought })
    const edited = lines.map((line) => (line.id === itemId ? { ...line, ...set } : line))
    return { lines: edited, result: null, what: 'edited', titles: [set.title ?? before.title] }
  })
}

/** Moves a line to the place `index` (0 = first). Two people moving it at once: the second is told so. */
export async function moveItem(db: Db, actor: Actor, itemId: string, version: number, index: number) {
  return await changeRundown(db, actor, await episodeOf(db, itemId), async (_tx, lines) => {
    const item = fresh(lines, { id: itemId, version })
    const others = lines.filter((line) => line !== item)
    const to = Math.max(0, Math.min(index, others.length))
    return moved(others.toSpliced(to, 0, item), [item])
  })
}

/** Moves lines, in their order in the rundown, behind `after` (null = at the head). */
export async function moveItems(
  db: Db,
  actor: Actor,
  episodeId: string,
  seen: readonly Seen[],
  after: string | null,
) {
  return await changeRundown(db, actor, episodeId, async (_tx, lines) => {
    const held = seen.map((one) => fresh(lines, one))
    return moved(movedBehind(lines, new Set(held.map(({ id }) => id)), after), held)
  })
}

/** Takes a line out; it waits in the bin, and `restoreItem` puts it back where it was. */
export async function binItem(db: Db, actor: Actor, itemId: string) {
  return await binItems(db, actor, await episodeOf(db, itemId), [itemId])
}

/** Takes lines out together. Those that are gone already are left out; refuses `rundown.gone` when all are. */
export async function binItems(db: Db, actor: Actor, episodeId: string, itemIds: readonly string[]) {
  return await changeRundown(db, actor, episodeId, async (_tx, lines) => {
    const out = lines.filter(({ id }) => itemIds.includes(id))
    if (out.length === 0) throw new Refusal('rundown.gone')
    const left = lines.filter((line) => !out.includes(line))
    return { lines: left, result: null, what: 'binned', titles: titlesOf(out) }
  })
}

/** Puts a binned line back at its place. Doing it twice harms nothing. */
export async function restoreItem(db: Db, actor: Actor, itemId: string, episodeId?: string) {
  const itsEpisode = episodeId ?? (await episodeOf(db, itemId))
  return await changeRundown(db, actor, itsEpisode, async (tx, lines) => {
    const [row] = await tx
      .select()
      .from(rundownItems)
      .where(and(eq(rundownItems.id, itemId), eq(rundownItems.episodeId, itsEpisode)))
    if (!row) throw new Refusal('rundown.gone')
    const line = lineOf(row)
    const isBack = lines.some(({ id }) => id === itemId)
    const next = isBack ? lines : lines.toSpliced(await readPlace(tx, row), 0, line)
    return { lines: next, result: null, what: 'restored', titles: titlesOf([line]) }
  })
}

/** The lines in the bin of an episode, the latest first. */
export async function readBin(db: Db, actor: Actor, episodeId: string) {
  permit(actor, 'rundown.read', null)
  return await db
    .select({
      id: rundownItems.id,
      title: rundownItems.title,
      kind: rundownItems.kind,
      binnedAt: rundownItems.deletedAt,
    })
    .from(rundownItems)
    .where(and(eq(rundownItems.episodeId, episodeId), isNotNull(rundownItems.deletedAt)))
    .orderBy(desc(rundownItems.deletedAt))
}

/** Copies lines, each behind itself. */
export async function duplicateItems(db: Db, actor: Actor, episodeId: string, itemIds: readonly string[]) {
  return await changeRundown(db, actor, episodeId, async (_tx, lines) => {
    const copied = lines.filter(({ id }) => itemIds.includes(id))
    if (copied.length === 0) throw new Refusal('rundown.gone')
    const next = lines.flatMap((line) =>
      copied.includes(line) ? [line, { ...line, id: randomUUID(), version: 0 }] : [line],
    )
    return { lines: next, result: null, what: 'duplicated', titles: titlesOf(copied) }
  })
}

/**
 * A sound is prepared, or was edited: lines that wait for their length, or have the one that it had before
 * (`wasMs`), take the one that it has now. What somebody typed stays.
 */
export async function takeClipLength(db: Db, clipId: string, wasMs = 0) {
  const plannedMs = await keptMsOf(db, clipId)
  if (!plannedMs || plannedMs === wasMs) return
  const waits = [0, wasMs]
  const shows = await db
    .selectDistinct({ episodeId: rundownItems.episodeId })
    .from(rundownItems)
    .where(
      and(
        eq(rundownItems.clipId, clipId),
        inArray(rundownItems.plannedMs, waits),
        isNull(rundownItems.deletedAt),
      ),
    )
  for (const { episodeId } of shows) {
    await changeRundown(db, 'console', episodeId, async (_tx, lines) => {
      const following = lines.filter((line) => line.clipId === clipId && waits.includes(line.plannedMs))
      const next = lines.map((line) => (following.includes(line) ? { ...line, plannedMs } : line))
      return { lines: next, result: null, what: 'edited', titles: titlesOf(following) }
    })
  }
}

/** How long a sound plays as it was edited; null until it is prepared. */
async function keptMsOf(db: Db, clipId: string): Promise<number | null> {
  const [clip] = await db
    .select({ edit: clips.edit, durationMs: clips.durationMs, facts: clips.facts })
    .from(clips)
    .where(eq(clips.id, clipId))
  return clip?.durationMs ? editedMs(clip.edit, editedSoundOf(clip)) : null
}

function moved(lines: readonly Line[], held: readonly Line[]) {
  return {
    lines,
    result: null,
    what: 'moved',
    moved: new Set(held.map(({ id }) => id)),
    titles: titlesOf(held),
  }
}

/** The line as it was seen. Refuses `rundown.gone`, and `rundown.stale` when it has changed since. */
function fresh(lines: readonly Line[], { id, version }: Seen): Line {
  const line = lines.find((one) => one.id === id)
  if (!line) throw new Refusal('rundown.gone')
  if (line.version !== version) throw new Refusal('rundown.stale', { title: line.title, itemId: id })
  return line
}

async function episodeOf(db: Db, itemId: string): Promise<string> {
  const [item] = await db
    .select({ episodeId: rundownItems.episodeId })
    .from(rundownItems)
    .where(eq(rundownItems.id, itemId))
  if (!item) throw new Refusal('rundown.gone')
  return item.episodeId
}

/** What a line without a length is given: its sound's (once it is prepared), else what its text takes to read. */
async function lengthFrom(
  tx: Db,
  line: { clipId?: string | null; storyId?: string | null; plannedMs?: number },
): Promise<{ plannedMs?: number }> {
  if (line.plannedMs) return {}
  if (line.clipId) {
    const plannedMs = await keptMsOf(tx, line.clipId)
    return plannedMs ? { plannedMs } : {}
  }
  if (!line.storyId) return {}
  const [text] = await tx
    .select({ words: storyDocuments.words, wpm: members.readingWpm })
    .from(storyDocuments)
    .innerJoin(stories, eq(stories.id, storyDocuments.storyId))
    .innerJoin(members, eq(members.id, stories.authorId))
    .where(eq(storyDocuments.storyId, line.storyId))
  return text?.words ? { plannedMs: readingTime(text.words, text.wpm ?? undefined) } : {}
}

/** Commercial music never reaches the podcast, whatever the line says. */
async function withClipFacts<D extends Partial<Fields>>(tx: Db, details: D): Promise<D> {
  if (!details.clipId) return details
  const [clip] = await tx.select({ music: clips.music }).from(clips).where(eq(clips.id, details.clipId))
  return clip?.music?.rights === 'commercial' ? { ...details, goesTo: 'antenne' } : details
}
