'use client'
import type { ReactNode } from 'react'
import { Menu as AriaMenu, MenuItem } from 'react-aria-components'

export type MenuAction = {
  id: string
  label: string
  icon?: ReactNode
  danger?: boolean
  disabled?: boolean
  onAction: () => void
}

/** The look of what a menu opens in. */
export const menuLook =
  'max-w-[calc(100vw-1.5rem)] overflow-auto rounded-card border-2 border-ink bg-surface p-[min(0.5rem,2vw)]'

/** The actions of a menu, each with its icon and its words. With a `label` of its own it takes the focus itself. */
export function MenuItems({ label, items }: { label?: string; items: readonly MenuAction[] }) {
  return (
    <AriaMenu
      {...(label ? { 'aria-label': label, autoFocus: 'first' as const } : {})}
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
  )
}
