'use client'
import type { ReactNode } from 'react'
import { keepBeginning, keepInAddress } from './kept-beginning.ts'

/** A question of the address: its answer goes on to the next one. Without script it does the same. */
export function StepForm({ memberId, children }: { memberId: string; children: ReactNode }) {
  return (
    <form
      method="get"
      action="/sujets/nouveau"
      noValidate
      onInput={(event) => keepBeginning(memberId, event.currentTarget)}
      onBlur={(event) => keepInAddress(memberId, event.currentTarget)}
      onSubmit={(event) => keepInAddress(memberId, event.currentTarget)}
      className="grid max-w-2xl grid-cols-1 gap-6"
    >
      {children}
    </form>
  )
}
