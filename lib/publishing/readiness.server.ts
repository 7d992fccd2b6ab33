import type { Db } from '#lib/db/db.server.ts'
import { Refusal } from '#lib/machine/refusal.ts'
import type { Actor } from '#lib/people/can.ts'
import { permit } from '#lib/people/permit.ts'
import { type Change, changesOf } from './changes.ts'
import { type Draft, readDraft } from './draft.server.ts'
import { checkFile } from './file-check.server.ts'
import { frozenWords, type PublicHouse, thePublicHouse } from './press.server.ts'
import type { Publication } from './publication.ts'
import { findPublication } from './publication-rows.server.ts'
import { type Blocker, blockers, type EpisodeToPublish, type Warning, warnings } from './ready.ts'

/** Where an episode stands on its way out. */
export type Readiness = {
  blockers: Blocker[]
  warnings: Warning[]
  draft: Draft
  /** What listeners see now; null when nothing. */
  publication: Publication | null
  /** What publishing again would change of what listeners see. */
  changes: Change[]
}

/** Everything the publishing page shows: what is missing, what would go out, what is out. */
export async function readReadiness(
  db: Db,
  actor: Actor,
  episodeId: string,
  house = thePublicHouse(),
): Promise<Readiness> {
  permit(actor, 'episode.publish', null)
  const draft = await readDraft(db, episodeId)
  const publication = await findPublication(db, { episodeId })
  const toPublish = episodeToPublish(draft)
  return {
    blockers: await blockersOf(draft, house),
    warnings: warnings(toPublish, draft.show),
    draft,
    publication,
    changes: publication && draft.master ? changesOf(publication, frozenWords(draft, draft.master)) : [],
  }
}

/** What stops the episode as it stands. */
export async function blockersOf(draft: Draft, { files }: PublicHouse): Promise<Blocker[]> {
  const found = blockers(episodeToPublish(draft), draft.show)
  return draft.master ? [...found, ...(await checkFile(files, draft.master))] : found
}

/** Refuses `publish.blocked` with the number of things missing. */
export function refuseWhenBlocked(found: readonly Blocker[]) {
  const [first] = found
  if (first) throw new Refusal('publish.blocked', { count: found.length, first: first.kind })
}

function episodeToPublish({ episode, master, snapshot, voicesWithoutConsent }: Draft): EpisodeToPublish {
  return {
    title: episode.title,
    summary: episode.summary,
    rundownVersion: episode.rundownVersion,
    master: master && {
      rundownVersion: master.rundownVersion,
      chapters: master.chapters?.length ?? 0,
      durationMs: master.durationMs,
      isBroughtIn: master.report !== null && 'broughtFrom' in master.report,
    },
    soundbite: episode.soundbite,
    // Without a master nobody knows yet what will be heard, so nothing can be said of its texts.
    hasTranscript: master === null || snapshot.transcript.length > 0,
    voicesWithoutConsent,
  }
}
