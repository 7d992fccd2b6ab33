import { sql } from 'drizzle-orm'
import { storyDocuments } from '#lib/db/schema.ts'

/**
 * Milliseconds that the sounds of a text take, as far as their cues say where they end; for a query that has joined
 * `storyDocuments`. Strict, as the lax path would find each cue twice.
 */
export const soundMs = sql<number>`(
  select least(coalesce(sum(
    (cue->'attrs'->>'outMs')::bigint - coalesce((cue->'attrs'->>'inMs')::bigint, 0)
  ), 0), 2147483647)::int
  from jsonb_path_query(${storyDocuments.content}, 'strict $.** ? (@.type == "soundCue" && @.attrs.outMs != null)') as cue
)`
