import { theDb } from '#lib/db/db.server.ts'
import type { Actor } from '#lib/people/can.ts'
import { readSelfCheck } from '#lib/publishing/publishing.server.ts'
import { CheckReport } from './check-report.tsx'

/** Runs the checks, then tells them. A long sound takes some seconds: the page does not wait for it. */
export async function SelfCheck({ actor, episodeId }: { actor: Actor; episodeId: string }) {
  const checks = await readSelfCheck(theDb(), actor, episodeId)
  return checks && <CheckReport checks={checks} />
}
