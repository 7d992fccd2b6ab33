'use client'
import './beside-react-aria.ts'
import type { ReactNode } from 'react'
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from 'react-aria-components'

type Panel = { id: string; label: string; icon?: ReactNode; content: ReactNode }

/** Several faces of one thing. Workspace only. Arrow keys move; the open tab has a bar besides its colour. */
export function Tabs({ label, panels }: { label: string; panels: readonly Panel[] }) {
  return (
    <AriaTabs className="grid grid-cols-1 gap-4">
      <TabList aria-label={label} className="flex flex-wrap gap-2 border-b-2 border-border">
        {panels.map((panel) => (
          <Tab
            key={panel.id}
            id={panel.id}
            className="quiet-edge flex min-h-12 cursor-pointer items-center gap-2 rounded-t-card border-b-4 border-transparent px-4 py-2 data-hovered:bg-sand data-selected:border-brick data-selected:font-bold"
          >
            {panel.icon}
            {panel.label}
          </Tab>
        ))}
      </TabList>
      {panels.map((panel) => (
        <TabPanel key={panel.id} id={panel.id} className="grid grid-cols-1 gap-4">
          {panel.content}
        </TabPanel>
      ))}
    </AriaTabs>
  )
}
