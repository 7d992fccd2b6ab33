'use client'
import './style-nonce.ts'
import { EllipsisVertical } from 'lucide-react'
import type { ReactNode } from 'react'
import { Menu as AriaMenu, Button, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { buttonLook } from './button-look.ts'

type Item = {
  id: string
  label: string
  icon?: ReactNode
  danger?: boolean
  disabled?: boolean
  onAction: () => void
}

/** The less frequent actions on one thing. Workspace only: public pages stay without this script. */
export function Menu({ label, items }: { label: string; items: readonly Item[] }) {
  return (
    <MenuTrigger>
      <Button className={buttonLook('secondary')}>
        <EllipsisVertical />
        <span>{label}</span>
      </Button>
      <Popover
        className="max-w-[calc(100vw-1.5rem)] overflow-auto rounded-card border-2 border-ink bg-surface p-[min(0.5rem,2vw)]"
        placement="bottom end"
      >
        <AriaMenu
          className="min-w-[min(14rem,100vw-3.5rem)] outline-none"
          disabledKeys={items.filter((item) => item.disabled).map((item) => item.id)}
        >
          {items.map((item) => (
            <MenuItem
              key={item.id}
              id={item.id}
              textValue={item.label}
              onAction={item.onAction}
              className={`flex min-h-12 cursor-pointer items-center gap-[min(0.75rem,3vw)] rounded-tag px-[min(0.75rem,3vw)] py-2 outline-none data-focused:bg-sand data-focused:outline-3 data-focused:-outline-offset-1 data-focused:outline-ink data-disabled:cursor-default data-disabled:opacity-60 ${item.danger ? 'text-error' : 'text-ink'}`}
            >
              {item.icon}
              <span className="min-w-0 hyphens-auto [overflow-wrap:anywhere]">{item.label}</span>
            </MenuItem>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  )
}
