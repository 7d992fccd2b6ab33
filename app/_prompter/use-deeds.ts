'use client'
import { type RefObject, useEffect, useEffectEvent } from 'react'
import { deedOf, type PromptDeed } from './keys.ts'

/** Hears keys and pedals wherever the focus is, and touches of the text: its middle and its two sides. */
export function useDeeds(
  box: RefObject<HTMLElement | null>,
  isRunning: boolean,
  act: (deed: PromptDeed) => void,
) {
  const press = useEffectEvent((event: KeyboardEvent) => {
    const deed = isElsewhere(event) ? null : deedOf(event, isRunning)
    if (deed === null) return
    event.preventDefault()
    act(deed)
  })
  const touch = useEffectEvent((event: MouseEvent) => {
    const isMouse = !(event instanceof PointerEvent) || event.pointerType === 'mouse'
    if (isMouse || !box.current || document.getSelection()?.isCollapsed === false) return
    const { left, width } = box.current.getBoundingClientRect()
    const across = (event.clientX - left) / width
    act(across < 0.25 ? 'pageBack' : across > 0.75 ? 'pageOn' : 'toggle')
  })
  useEffect(() => {
    const element = box.current
    const pressed = (event: KeyboardEvent) => press(event)
    const touched = (event: MouseEvent) => touch(event)
    window.addEventListener('keydown', pressed)
    element?.addEventListener('click', touched)
    return () => {
      window.removeEventListener('keydown', pressed)
      element?.removeEventListener('click', touched)
    }
  }, [box])
}

/** A key that belongs to what has the focus: a panel that is open, a field, a button that is being pressed. */
function isElsewhere({ target, key }: KeyboardEvent): boolean {
  if (document.querySelector('dialog[open]')) return true
  if (!(target instanceof Element)) return false
  if (target.closest('input, select, textarea')) return true
  return (key === ' ' || key === 'Enter') && target.closest('button, a, summary') !== null
}
