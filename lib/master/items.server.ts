import { createHash } from 'node:crypto'
import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { Db } from '#lib/db/db.server.ts'
import { type ClipEdit, cleanedSounds, clips, type MasterKind } from '#lib/db/schema.ts'
import { consentOfLine } from '#lib/rights/consent.ts'
import type { RundownLine } from '#lib/rundown/rundown.server.ts'
import { recipeOf } from '#lib/sound/clean-up.ts'
import { editedSoundOf, keptParts, type Part } from '#lib/sound/edit.ts'
import { floatsOf, pairsOf } from '#lib/sound/stored.ts'
import type { LeftOutReason, MasterItem, MasterSound } from './items.ts'
import { fillTitle } from './slot-fill.ts'

/** A sound with what its editor chose. */
type EditedSound = { id: string; sound: MasterSound; edit: ClipEdit | null; parts: Part[]; isSting: boolean }
type PathOf = (key: string) => string
/** Where each line is in a recording of the whole show; it stands for the line's own sound. */
export type RecordedLines = ReadonlyMap<string, { clipId: string; startMs: number; endMs: number }>

/** The lines as one master plays them: an own sting bridges what that master may not carry. */
export async function masterItems(
  db: Db,
  lines: readonly RundownLine[],
  kind: MasterKind,
  pathOf: PathOf,
  recorded: RecordedLines = new Map(),
): Promise<MasterItem[]> {
  const recordings = [...recorded.values()].map(({ clipId }) => clipId)
  const sounds = await readSounds(db, lines, recordings, pathOf)
  const find = (id: string | null) => sounds.find((sound) => sound.id === id) ?? null
  const sting =
    find(lines.find((line) => line.kind === 'sting' && find(line.clipId))?.clipId ?? null) ??
    sounds.find(({ isSting }) => isSting) ??
    null
  const heard = (line: RundownLine) => {
    const part = recorded.get(line.id)
    const whole = part && find(part.clipId)
    // What was cut and set on the line's own sound is in the recording as it was played.
    return whole ? { ...whole, edit: null, parts: [part] } : find(line.clipId)
  }
  return lines.flatMap((line) => {
    const sound = heard(line)
    const barred = barredFrom(kind, line) ?? (sound && barredByVoices(kind, line))
    const item = itemOf(line, barred, sound, find(line.bedId))
    if (barred === null || barred === 'skipped' || !sting || line.kind === 'sting') return [item]
    const bridge = { ...line, id: `${line.id}-bridge`, title: '', kind: 'sting' as const, joinMs: 0 }
    return [item, itemOf(bridge, null, sting, null)]
  })
}

/**
 * The music that brings a master to its slot: one of the show's own beds, else one of its themes. The one that this
 * rundown plays last comes first, then the oldest; null when there is none that is ready.
 */
export async function slotMusic(
  db: Db,
  lines: readonly Pick<RundownLine, 'clipId' | 'bedId'>[],
  pathOf: PathOf,
): Promise<MasterItem | null> {
  const known = await db
    .select({ id: clips.id, imaging: clips.imaging })
    .from(clips)
    .where(and(inArray(clips.imaging, ['bed', 'theme']), eq(clips.state, 'ready'), isNull(clips.deletedAt)))
    .orderBy(clips.createdAt, clips.id)
  const lastUse = ({ id }: { id: string }) =>
    lines.findLastIndex(({ clipId, bedId }) => clipId === id || bedId === id)
  const rank = ({ imaging }: { imaging: string | null }) => (imaging === 'bed' ? 0 : 1)
  const [first] = known.toSorted((a, b) => rank(a) - rank(b) || lastUse(b) - lastUse(a))
  const row = first && (await readRow(db, first.id))
  if (!row) return null
  const cleaned = await readCleaned(db, [row])
  const edited = soundOf({ ...row, ...cleaned.get(row.id) }, pathOf)
  // An ident begins no chapter, and sits at the level of music.
  const line = { id: `${row.id}-fill`, title: fillTitle, who: '', kind: 'ident' as const, joinMs: 0 }
  return edited && itemOf({ ...line, clip: null }, null, edited, null)
}

/** Why a master may not carry a line, whatever it sounds like; the same rule tells listeners what they hear. */
export function barredFrom(
  kind: MasterKind,
  { goesTo, clip, isSkipped }: Pick<RundownLine, 'goesTo' | 'clip' | 'isSkipped'>,
): LeftOutReason | null {
  if (isSkipped) return 'skipped'
  if (kind === 'antenne') return goesTo === 'podcast' ? 'podcast-only' : null
  if (clip?.isCommercial) return 'commercial-music'
  return goesTo === 'antenne' ? 'antenne-only' : null
}

/**
 * Why a master may not carry the voices of a line. Where nobody is known to speak, nothing is held back: see
 * docs/decisions.md.
 */
function barredByVoices(kind: MasterKind, line: Pick<RundownLine, 'story' | 'clip'>): LeftOutReason | null {
  const verdict = consentOfLine(line)?.[kind]
  if (verdict === 'no') return 'consent-refused'
  return verdict === 'missing' ? 'consent-missing' : null
}

function itemOf(
  line: Pick<RundownLine, 'id' | 'title' | 'who' | 'kind' | 'joinMs' | 'clip'>,
  barred: LeftOutReason | null,
  edited: EditedSound | null,
  bed: EditedSound | null,
): MasterItem {
  const { id, title, who, kind, joinMs } = line
  const { gainDb = 0, fadeInMs = 0, fadeOutMs = 0 } = edited?.edit ?? {}
  const damaged = line.clip?.state === 'refused' ? ('damaged' as const) : null
  return {
    ...{ id, title, who, kind, joinMs, barred: barred ?? damaged, sound: edited?.sound ?? null },
    ...{ parts: edited?.parts ?? [], offsetDb: gainDb, fadeInMs, fadeOutMs, bed: bed?.sound ?? null },
  }
}

const columns = {
  id: clips.id,
  state: clips.state,
  file: clips.mezzanineFile,
  durationMs: clips.durationMs,
  facts: clips.facts,
  truePeakDbtp: clips.truePeakDbtp,
  subBlocks: clips.subBlocks,
  waveform: clips.waveform,
  edit: clips.edit,
  imaging: clips.imaging,
}

async function readSounds(
  db: Db,
  lines: readonly RundownLine[],
  recordings: readonly string[],
  pathOf: PathOf,
): Promise<EditedSound[]> {
  const own = lines.flatMap(({ clipId, bedId }) => [clipId, bedId]).filter((id) => id !== null)
  const wanted = [...own, ...recordings]
  if (wanted.length === 0) return []
  const rows = await db
    .select(columns)
    .from(clips)
    .where(and(inArray(clips.id, wanted), isNull(clips.deletedAt)))
  const stings = await db
    .select(columns)
    .from(clips)
    .where(and(eq(clips.imaging, 'sting'), eq(clips.state, 'ready'), isNull(clips.deletedAt)))
    .orderBy(clips.createdAt)
    .limit(1)
  const known = new Map([...rows, ...stings].map((row) => [row.id, row]))
  const cleaned = await readCleaned(db, [...known.values()])
  return [...known.values()].flatMap((row) => soundOf({ ...row, ...cleaned.get(row.id) }, pathOf) ?? [])
}

/** Of sounds whose editor asked for clean-ups: the cleaned copies that are made already. */
async function readCleaned(db: Db, rows: readonly { id: string; edit: ClipEdit | null }[]) {
  const recipes = new Map(rows.map(({ id, edit }) => [id, recipeOf(edit?.cleanUps ?? [])]))
  const wanted = [...recipes].flatMap(([id, recipe]) => (recipe ? [id] : []))
  const found =
    wanted.length === 0
      ? []
      : await db
          .select({
            id: cleanedSounds.clipId,
            recipe: cleanedSounds.recipe,
            file: cleanedSounds.mezzanineFile,
            durationMs: cleanedSounds.durationMs,
            truePeakDbtp: cleanedSounds.truePeakDbtp,
            subBlocks: cleanedSounds.subBlocks,
            waveform: cleanedSounds.waveform,
          })
          .from(cleanedSounds)
          .where(and(inArray(cleanedSounds.clipId, wanted), eq(cleanedSounds.state, 'ready')))
  return new Map(
    found
      .filter(({ id, recipe }) => recipe === recipes.get(id))
      .map(({ recipe: _, ...cleaned }) => [cleaned.id, cleaned]),
  )
}

type Row = Awaited<ReturnType<typeof readRow>>
/** One prepared sound as masters see it; null when it is not prepared. */
export async function readMasterSound(db: Db, clipId: string, pathOf: PathOf) {
  const row = await readRow(db, clipId)
  return row
    ? { sound: soundOf(row, pathOf)?.sound ?? null, imaging: row.imaging, isMusic: row.isMusic }
    : null
}

async function readRow(db: Db, clipId: string) {
  const [row] = await db
    .select({ ...columns, music: clips.music })
    .from(clips)
    .where(eq(clips.id, clipId))
  return row ? { ...row, isMusic: row.music !== null } : null
}

function soundOf(row: Omit<NonNullable<Row>, 'music' | 'isMusic'>, pathOf: PathOf): EditedSound | null {
  const { id, state, file, durationMs, facts, truePeakDbtp, subBlocks, waveform, edit, imaging } = row
  if (state !== 'ready' || !file || durationMs === null || !subBlocks || !waveform) return null
  const channels = facts?.shape === 'stereo' || facts?.shape === 'surround' ? 2 : 1
  // A sound that was prepared once more may have other bytes under the same name.
  const fingerprint = createHash('sha256').update(id).update(subBlocks).update(waveform).digest('hex')
  const measured = { subBlocks: floatsOf(subBlocks), waveform: pairsOf(waveform), truePeakDbtp }
  const sound = {
    id: fingerprint,
    file: pathOf(file),
    durationMs,
    channels,
    ...measured,
  } satisfies MasterSound
  const parts = edit === null ? [] : keptParts(edit, editedSoundOf(row))
  return { id, sound, edit, parts, isSting: imaging === 'sting' }
}
