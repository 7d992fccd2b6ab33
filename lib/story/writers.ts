/** One change that waits to be merged: who wrote it, and when. */
export type WaitingRow = { memberId: string | null; at: Date }
/** When a member last wrote in the text. */
export type LastWriting = { memberId: string; lastAt: Date }

/** Whoever has not written for so long begins anew; who answers somebody at once does not. */
const AWAY_MS = 10 * 60_000

/**
 * The first of the waiting changes with which somebody begins to write in what another had last written; null where
 * everybody only goes on. What the text was before it is worth keeping.
 */
export function beginning(rows: readonly WaitingRow[], known: readonly LastWriting[]): number | null {
  const last = new Map(known.map(({ memberId, lastAt }) => [memberId, lastAt.getTime()]))
  let latest = known.reduce<LastWriting | null>(
    (newest, one) => (newest && newest.lastAt >= one.lastAt ? newest : one),
    null,
  )
  for (const [index, { memberId, at }] of rows.entries()) {
    if (memberId === null) continue
    const wasAway = at.getTime() - (last.get(memberId) ?? Number.NEGATIVE_INFINITY) > AWAY_MS
    if (wasAway && latest && latest.memberId !== memberId) return index
    last.set(memberId, at.getTime())
    latest = { memberId, lastAt: at }
  }
  return null
}
