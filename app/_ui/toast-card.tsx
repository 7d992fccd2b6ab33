'use client'
import { Undo2, X } from 'lucide-react'
import { useEffect, useState } from 'react'
import { dropToast, type Toast, undoMs } from './toast-store.ts'

const buttonOnInk =
  'inline-flex min-h-12 min-w-12 items-center justify-center gap-2 rounded-tag px-3 font-bold text-paper underline ' +
  'underline-offset-4 hover:bg-paper hover:text-ink focus-visible:outline-paper'

/** One message. Its time stops while a finger, a pointer or the focus is on it. */
export function ToastCard({ toast }: { toast: Toast }) {
  const [held, setHeld] = useState(false)
  useEffect(() => {
    if (held) return
    const timer = setTimeout(() => dropToast(toast.id), undoMs)
    return () => clearTimeout(timer)
  }, [held, toast.id])
  const undo = () => {
    dropToast(toast.id)
    void toast.undo?.()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only waits; the buttons inside act.
    <div
      className="pointer-events-auto flex w-[min(34rem,100%)] flex-wrap items-center justify-between gap-x-4 rounded-card border-2 border-paper bg-ink px-4 py-2 text-paper"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <p className="min-w-0 flex-1 basis-48 py-2">{toast.text}</p>
      <span className="flex gap-2">
        {toast.undo && (
          <button type="button" onClick={undo} className={buttonOnInk}>
            <Undo2 />
            Annuler
          </button>
        )}
        <button
          type="button"
          onClick={() => dropToast(toast.id)}
          aria-label="Fermer ce message"
          className={buttonOnInk}
        >
          <X />
        </button>
      </span>
    </div>
  )
}
