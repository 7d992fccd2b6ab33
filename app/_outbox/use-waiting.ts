import { useCallback, useEffect, useState } from 'react'
import { canLeave, nothingWaiting, readWaiting, type Waiting } from './waiting.ts'
import { WAITING_CHANGED } from './waiting-shelf.ts'

const LOOK_EVERY_MS = 15_000
const SEND_EVERY_MS = 60_000

/**
 * What waits on this device, looked at again when it changes; null until it was read. What can leave is sent
 * when the page opens, when the network is back, and now and then.
 */
export function useWaiting(memberId: string) {
  const [waiting, setWaiting] = useState<Waiting | null>(null)
  const [isSending, setSending] = useState(false)
  const look = useCallback(async () => {
    const found = await readWaiting(memberId).catch(() => nothingWaiting)
    setWaiting(found)
    return found
  }, [memberId])
  const send = useCallback(async () => {
    if (!canLeave(await look()) || !navigator.onLine) return
    setSending(true)
    try {
      // What sends is large, and hardly ever needed.
      const { sendAll } = await import('./send-all.ts')
      await sendAll(memberId)
    } catch {
      // The pieces themselves could not be fetched: there is no network after all.
      await look()
    }
    setSending(false)
    await look()
  }, [memberId, look])
  useEffect(() => {
    void send()
    const looking = setInterval(look, LOOK_EVERY_MS)
    const sending = setInterval(send, SEND_EVERY_MS)
    addEventListener('online', send)
    for (const change of ['offline', WAITING_CHANGED]) addEventListener(change, look)
    return () => {
      clearInterval(looking)
      clearInterval(sending)
      removeEventListener('online', send)
      for (const change of ['offline', WAITING_CHANGED]) removeEventListener(change, look)
    }
  }, [look, send])
  return { waiting, isSending, send, look }
}
