import { Theater } from 'lucide-react'
import Link from 'next/link'

/** Says on a screen that is only read that this is not the show; `show` is the same screen of the show. */
export function RehearsalNote({ show }: { show?: string }) {
  return (
    <p className="flex min-w-0 max-w-full flex-wrap items-center gap-x-6 gap-y-1 rounded-card border-4 border-dashed border-plum bg-plum-soft px-3 py-2 text-plum">
      <span className="flex min-w-0 flex-wrap items-center gap-x-3 text-lead font-bold">
        <Theater />
        <span className="min-w-0 [overflow-wrap:anywhere]">Répétition</span>
      </span>
      {show && (
        <Link
          href={show}
          prefetch={false}
          className="inline-flex min-h-12 min-w-0 items-center text-plum [overflow-wrap:anywhere]"
        >
          Suivre l’émission
        </Link>
      )}
    </p>
  )
}
