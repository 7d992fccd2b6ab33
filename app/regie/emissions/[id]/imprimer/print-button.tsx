'use client'
import { Printer } from 'lucide-react'
import { Button } from '#app/_ui/button.tsx'

/** `variant`: secondary where paper is not what the page is for. */
export function PrintButton({ variant = 'primary' }: { variant?: 'primary' | 'secondary' }) {
  return (
    <div className="print:hidden">
      <Button variant={variant} icon={<Printer />} onClick={() => window.print()}>
        Imprimer
      </Button>
    </div>
  )
}
