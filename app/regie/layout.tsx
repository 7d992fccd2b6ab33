import type { ReactNode } from 'react'
import { requireActor } from '#app/_door/session.ts'
import { Workspace } from '#app/_door/workspace.tsx'

export default async function Layout({ children }: { children: ReactNode }) {
  return <Workspace actor={await requireActor()}>{children}</Workspace>
}
