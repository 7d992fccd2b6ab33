'use client'
import './beside-react-aria.ts'
import { EllipsisVertical } from 'lucide-react'
import { Button, MenuTrigger, Popover } from 'react-aria-components'
import { buttonLook } from './button-look.ts'
import { type MenuAction, MenuItems, menuLook } from './menu-items.tsx'

/** The less frequent actions on one thing. Workspace only: public pages stay without this script. */
export function Menu({ label, items }: { label: string; items: readonly MenuAction[] }) {
  return (
    <MenuTrigger>
      <Button className={buttonLook('secondary')}>
        <EllipsisVertical />
        <span>{label}</span>
      </Button>
      <Popover className={menuLook} placement="bottom end">
        <MenuItems items={items} />
      </Popover>
    </MenuTrigger>
  )
}
