import type { IncomingMessage } from 'node:http'
import type { Db } from '#lib/db/db.server.ts'
import { readJson } from '#lib/machine/http-json.server.ts'
import { Refusal } from '#lib/machine/refusal.ts'
import type { Actor } from '#lib/people/can.ts'
import { permit } from '#lib/people/permit.ts'
import { readAir } from './air.server.ts'
import { deedShape } from './deed.ts'
import { doOnAir, forgetRehearsal } from './on-air.server.ts'

type Call = { db: Db; actor: Actor; episodeId: string; request: IncomingMessage; query: URLSearchParams }

/**
 * The show on air, over HTTP: its log, what is done to it, and a rehearsal forgotten. A deed is on disk before it is
 * answered. The as-run log of a show that was broadcast cannot be removed.
 */
export const airAnswers: Record<string, (call: Call) => Promise<unknown>> = {
  'GET air': ({ db, actor, episodeId, query }) => readAir(db, actor, episodeId, query.has('repetition')),
  'POST air': async ({ db, actor, episodeId, request }) => {
    permit(actor, 'show.call', null)
    const deed = await doOnAir(db, actor, episodeId, deedShape.parse(await readJson(request)))
    return { deed, now: Date.now() }
  },
  'DELETE air': async ({ db, actor, episodeId, query }) => {
    if (!query.has('repetition')) throw new Refusal('not-allowed')
    await forgetRehearsal(db, actor, episodeId)
    return { now: Date.now() }
  },
}
