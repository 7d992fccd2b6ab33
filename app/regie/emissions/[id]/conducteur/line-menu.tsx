'use client'
import '#app/_ui/beside-react-aria.ts'
import { ArrowDown, ArrowUp, Copy, PauseCircle, Play, Plus, SquarePen, Trash2 } from 'lucide-react'
import { useLayoutEffect, useRef } from 'react'
import { Popover, setInteractionModality } from 'react-aria-components'
import { type MenuAction, MenuItems, menuLook } from '#app/_ui/menu-items.tsx'
import type { DeskView, RundownDesk } from './rundown-desk.ts'

type Props = { desk: RundownDesk; menu: NonNullable<DeskView['menu']>; onAdd: () => void }

/** What may be done to a line, at the button that was pressed: one menu for all lines, however many there are. */
export function LineMenu({ desk, menu, onAdd }: Props) {
  const button = useRef<Element>(menu.button)
  const close = () => desk.openMenu(null)
  const title = desk.line(menu.id)?.title || 'cette ligne'
  // Enter on a plain button looks to react-aria like a screen reader's click, for which the menu would keep the focus
  // that its first action should have: the next key would do nothing.
  useLayoutEffect(() => setInteractionModality('keyboard'), [])
  return (
    <Popover
      triggerRef={button}
      isOpen
      onOpenChange={(isOpen) => !isOpen && close()}
      className={menuLook}
      placement="bottom end"
    >
      <MenuItems
        label={`Changer ${title}`}
        items={actionsOn(desk, menu.id, onAdd).map((item) => ({
          ...item,
          onAction: () => {
            close()
            item.onAction()
          },
        }))}
      />
    </Popover>
  )
}

function actionsOn(desk: RundownDesk, id: string, onAdd: () => void): MenuAction[] {
  const ids = desk.held(id)
  const isSkipped = desk.line(id)?.isSkipped ?? false
  const place = desk.order.indexOf(id)
  return [
    { id: 'edit', label: 'Ouvrir la ligne', icon: <SquarePen />, onAction: () => desk.openLine(id) },
    {
      id: 'up',
      label: 'Monter',
      icon: <ArrowUp />,
      disabled: place === 0,
      onAction: () => desk.moveBy(-1, ids),
    },
    {
      id: 'down',
      label: 'Descendre',
      icon: <ArrowDown />,
      disabled: place === desk.order.length - 1,
      onAction: () => desk.moveBy(1, ids),
    },
    { id: 'add', label: 'Ajouter après', icon: <Plus />, onAction: onAdd },
    { id: 'copy', label: 'Dupliquer', icon: <Copy />, onAction: () => desk.duplicate(ids) },
    {
      id: 'aside',
      label: isSkipped ? 'Remettre dans l’émission' : 'Mettre de côté',
      icon: isSkipped ? <Play /> : <PauseCircle />,
      onAction: () => desk.setAside(ids, !isSkipped),
    },
    { id: 'bin', label: 'Retirer', icon: <Trash2 />, danger: true, onAction: () => desk.bin(ids) },
  ]
}
