import type { Db } from '#lib/db/db.server.ts'
import { Refusal } from '#lib/machine/refusal.ts'
import type { Actor } from '#lib/people/can.ts'
import { permit } from '#lib/people/permit.ts'
import { type Draft, readDraft } from './draft.server.ts'
import {
  bringOut,
  type frozenWords,
  type Pressed,
  type PublicHouse,
  press,
  thePublicHouse,
} from './press.server.ts'
import { blockersOf, refuseWhenBlocked } from './readiness.server.ts'
import { checkBroughtOut } from './self-check.server.ts'
import type { Check, SoundOnDisk } from './self-check.ts'
import { readSoundOnDisk } from './sound-on-disk.server.ts'

/** On disk, its sound read from end to end. */
export type Proved = Pressed & { sound: SoundOnDisk }
type ProvedDraft = Proved & { words: ReturnType<typeof frozenWords> }

/** Writes everything that the switch needs, and says of which words. Refuses `publish.blocked`. */
export async function pressDraft(db: Db, episodeId: string, house: PublicHouse): Promise<ProvedDraft> {
  const draft = await readDraft(db, episodeId)
  refuseWhenBlocked(await blockersOf(draft, house))
  return await prove(draft, house)
}

/** As `pressDraft`, of a draft that nothing stops. */
async function prove(draft: Draft, house: PublicHouse): Promise<ProvedDraft> {
  if (!draft.master) throw new Error('An episode without a master passed the checks')
  const sound = await readSoundOnDisk(house.files.path(draft.master.file))
  return { ...(await press(draft, draft.master, house)), sound }
}

/** The switch, kept only if what it brings out passes the checks. Refuses `publish.check-failed`. */
export async function bringOutChecked(
  tx: Db,
  pressed: Proved,
  when: Parameters<typeof bringOut>[2],
  house: PublicHouse,
) {
  await bringOut(tx, pressed, when)
  const stops = (await checkBroughtOut(tx, pressed, pressed.sound, house, when.now)).filter(
    ({ result }) => result === 'stop',
  )
  const [first] = stops
  if (first) throw new Refusal('publish.check-failed', { count: stops.length, first: first.rule })
}

/**
 * The report: brings the episode out in a transaction, looks at it as apps would, and takes all of it back. Null while
 * something is missing anyway.
 */
export async function readSelfCheck(
  db: Db,
  actor: Actor,
  episodeId: string,
  house = thePublicHouse(),
): Promise<Check[] | null> {
  permit(actor, 'episode.publish', null)
  const draft = await readDraft(db, episodeId)
  if ((await blockersOf(draft, house)).length > 0) return null
  const pressed = await prove(draft, house)
  const now = new Date()
  const takenBack = new Error('taken back')
  let checks: Check[] = []
  const look = async (tx: Db) => {
    await bringOut(tx, pressed, { publishedAt: now, now, memberId: actor.memberId })
    checks = await checkBroughtOut(tx, pressed, pressed.sound, house, now)
    throw takenBack
  }
  await db.transaction(look).catch((error: unknown) => {
    if (error !== takenBack) throw error
  })
  return checks
}
