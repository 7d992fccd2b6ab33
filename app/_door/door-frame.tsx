import type { ReactNode } from 'react'
import { NobodyHere } from '#app/_device/nobody-here.tsx'
import { Mark } from '#app/_ui/mark.tsx'

/** The plain page of a door: the mark, a greeting, one thing to do. */
export function DoorFrame({ title, children }: { title: string; children: ReactNode }) {
  return (
    <main id="contenu" className="mx-auto grid max-w-xl gap-6 px-gutter py-10">
      <NobodyHere />
      <Mark size={72} />
      <h1>{title}</h1>
      {children}
    </main>
  )
}
