'use client'
import { type ReactNode, useState } from 'react'
import { Button } from './button.tsx'
import type { ButtonVariant } from './button-look.ts'
import { Dialog } from './dialog.tsx'

type Props = {
  label: string
  title: string
  variant?: ButtonVariant
  icon?: ReactNode
  /** May come from the server; a form in it closes the dialog with `<form method="dialog">`. */
  children: ReactNode
  actions?: ReactNode
}

/** A button and the dialog it opens. */
export function DialogButton({ label, title, variant, icon, children, actions }: Props) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button variant={variant} icon={icon} onClick={() => setOpen(true)} aria-haspopup="dialog">
        {label}
      </Button>
      <Dialog title={title} open={open} onClose={() => setOpen(false)} actions={actions}>
        {children}
      </Dialog>
    </>
  )
}
