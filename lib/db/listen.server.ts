import pg from 'pg'
import { log } from '#lib/machine/log.server.ts'
import { type Address, poolSettings } from './db.server.ts'

const FIRST_WAIT_MS = 100
const LONGEST_WAIT_MS = 5_000

/**
 * One connection of this process that hears a channel (PostgreSQL's LISTEN). It reconnects by itself, and then
 * calls `back`: something may have been missed. `hear` gets what was notified, and never throws.
 */
export async function openListener(
  address: Address,
  channel: string,
  { hear, back }: { hear: (payload: string) => void; back: () => void },
): Promise<{ close: () => Promise<void> }> {
  let client: pg.Client | null = null
  let isClosing = false
  const connect = async () => {
    const next = new pg.Client(poolSettings(address))
    next.on('notification', ({ payload }) => hear(payload ?? ''))
    next.on('error', (error) => isClosing || log.warn('listener.lost', { channel }, error))
    await next.connect()
    await next.query(`listen ${channel}`)
    if (isClosing) return await next.end()
    next.on('end', () => isClosing || reconnect(FIRST_WAIT_MS))
    client = next
  }
  const reconnect = (waitMs: number) => {
    setTimeout(async () => {
      if (isClosing) return
      try {
        await connect()
        back()
      } catch (error) {
        log.warn('listener.away', { channel, waitMs }, error)
        reconnect(Math.min(LONGEST_WAIT_MS, waitMs * 2))
      }
    }, waitMs).unref()
  }
  await connect()
  return {
    async close() {
      isClosing = true
      await client?.end()
    },
  }
}
