import './workspace.css'
import type { ReactNode } from 'react'
import { SkipLink } from './skip-link.tsx'
import { ToastRegion } from './toast-region.tsx'

type Props = {
  /** A <WorkspaceNav>. */
  nav: ReactNode
  /** Beside the mark: who is here, "Ce n'est pas moi". */
  header?: ReactNode
  /** The <HelpSpot>, at the same place on every page. */
  help?: ReactNode
  children: ReactNode
}

/** The frame of the workspace: skip link, places, page, help, messages. */
export function WorkspaceShell({ nav, header, help, children }: Props) {
  return (
    <div className="workspace">
      <SkipLink />
      {header && <header className="workspace-header">{header}</header>}
      {nav}
      <main id="contenu" tabIndex={-1} className="workspace-main">
        {children}
        {help}
      </main>
      <ToastRegion />
    </div>
  )
}
