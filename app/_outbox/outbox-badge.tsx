'use client'
import { Send } from 'lucide-react'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useWaiting } from './use-waiting.ts'
import { countWaiting } from './waiting.ts'

/** How much waits on this device, in the frame of every page; nothing when all is sent. */
export function OutboxBadge({ memberId }: { memberId: string }) {
  const { waiting } = useWaiting(memberId)
  const isThere = usePathname() === '/envois'
  const count = waiting ? countWaiting(waiting) : 0
  return (
    <span role="status">
      {count > 0 && !isThere && (
        <Link
          href="/envois"
          prefetch={false}
          className="mt-3 inline-flex min-h-12 items-center gap-2 rounded-card border-2 border-dashed border-ink bg-surface px-3 font-bold no-underline"
        >
          <Send />
          {count > 1 ? `${count} choses à envoyer` : '1 chose à envoyer'}
        </Link>
      )}
    </span>
  )
}
