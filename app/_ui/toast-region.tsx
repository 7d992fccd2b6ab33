'use client'
import { useSyncExternalStore } from 'react'
import { ToastCard } from './toast-card.tsx'
import { currentToasts, listenToToasts, type Toast } from './toast-store.ts'

const none: readonly Toast[] = []

/** Where the messages appear. Mounted once, in the workspace layout, and never empty of its live region. */
export function ToastRegion() {
  const toasts = useSyncExternalStore(listenToToasts, currentToasts, () => none)
  return (
    <div
      role="status"
      aria-live="polite"
      className="pointer-events-none fixed inset-x-0 bottom-[var(--nav-height,0px)] z-40 grid justify-items-center gap-2 p-2 print:hidden"
    >
      {toasts.map((toast) => (
        <ToastCard key={toast.id} toast={toast} />
      ))}
    </div>
  )
}
