'use client'
import { Printer } from 'lucide-react'
import { Button } from '#app/_ui/button.tsx'

export function PrintButton() {
  return (
    <div className="print:hidden">
      <Button variant="primary" icon={<Printer />} onClick={() => window.print()}>
        Imprimer
      </Button>
    </div>
  )
}
