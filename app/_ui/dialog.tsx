'use client'
import { X } from 'lucide-react'
import { type ReactNode, useEffect, useId, useRef } from 'react'
import { Button } from './button.tsx'

type Props = {
  title: string
  open: boolean
  /** Called for the cross, the Escape key and a touch outside. */
  onClose: () => void
  children: ReactNode
  /** The buttons at the bottom, the main one last. */
  actions?: ReactNode
}

/** A question or a short form above the page. The browser keeps the focus inside and gives it back. */
export function Dialog({ title, open, onClose, children, actions }: Props) {
  const box = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  useEffect(() => {
    if (open && !box.current?.open) box.current?.showModal()
    if (!open) box.current?.close()
  }, [open])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape does the same, natively.
    <dialog
      ref={box}
      aria-labelledby={titleId}
      onClose={onClose}
      onClick={(event) => event.target === box.current && onClose()}
      className="m-auto max-h-[92dvh] w-[min(36rem,100vw-1rem)] overflow-auto rounded-card border-2 border-ink bg-surface text-ink"
    >
      <div className="grid grid-cols-1 gap-4 p-gutter">
        <div className="flex items-start justify-between gap-2">
          <h2 id={titleId} className="min-w-0 pt-2">
            {title}
          </h2>
          <Button variant="quiet" icon={<X />} onClick={onClose} aria-label="Fermer" />
        </div>
        <div className="grid grid-cols-1 gap-4">{children}</div>
        {actions && <div className="flex flex-wrap justify-end gap-2">{actions}</div>}
      </div>
    </dialog>
  )
}
