import type { Db } from '#lib/db/db.server.ts'
import type { ItemKind } from '#lib/db/schema.ts'
import { findShow } from '#lib/episode/show.server.ts'
import type { FileStore } from '#lib/machine/files.server.ts'
import { openCache } from './cache.server.ts'
import { readMasterSound } from './items.server.ts'
import { usualLevelling } from './level.ts'
import { cacheIn, targetsOf } from './master.server.ts'
import { makeMixed } from './mixdown.server.ts'
import { crew } from './render.server.ts'

/**
 * The job behind `clip.prepared`: makes the limited copy that the podcast will most likely be cut from, so that
 * the common render has nothing left to do but cut and encode. Nothing where gain alone serves.
 */
export async function levelUsual(
  db: Db,
  files: FileStore,
  clipId: string,
  signal: AbortSignal,
): Promise<void> {
  const [show, found] = [await findShow(db), await readMasterSound(db, clipId, files.path)]
  if (!show || !found?.sound) return
  const kind: ItemKind = found.isMusic || found.imaging ? 'music' : 'voice'
  const mixdown = usualLevelling(found.sound, kind, targetsOf(show, 'podcast'))
  if (!mixdown) return
  const cache = cacheIn(files)
  await openCache(cache)
  await crew(() => makeMixed(cache, mixdown, { signal }))
}
