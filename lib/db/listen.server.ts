import pg from 'pg'
import { log } from '#lib/machine/log.server.ts'
import { type Address, poolSettings } from './db.server.ts'

const FIRST_WAIT_MS = 100
const LONGEST_WAIT_MS = 5_000

/** What is done with what was notified on each channel; never throws. */
export type Hearers = Record<string, (payload: string) => void>

/**
 * One connection of this process that hears some channels (PostgreSQL's LISTEN). It reconnects by itself, and then
 * calls `back`: something may have been missed.
 */
export async function openListener(
  address: Address,
  hearers: Hearers,
  back: () => void,
): Promise<{ close: () => Promise<void> }> {
  const channels = Object.keys(hearers)
  let client: pg.Client | null = null
  let isClosing = false
  const connect = async () => {
    const next = new pg.Client(poolSettings(address))
    next.on('notification', ({ channel, payload }) => hearers[channel]?.(payload ?? ''))
    next.on('error', (error) => isClosing || log.warn('listener.lost', { channels: channels.join() }, error))
    await next.connect()
    for (const channel of channels) await next.query(`listen ${channel}`)
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
        log.warn('listener.away', { channels: channels.join(), waitMs }, error)
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
