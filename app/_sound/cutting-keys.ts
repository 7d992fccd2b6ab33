import type { KeyboardEvent } from 'react'
import type { CuttingDesk } from './use-cutting-desk.ts'

/** What each key does on the drawing; the same is a button each. */
export const keyHelp: readonly { keys: string; does: string }[] = [
  { keys: 'Espace', does: 'écouter, arrêter' },
  { keys: '← →', does: 'un dixième de seconde ; avec Maj, une seconde' },
  { keys: 'I', does: 'commencer ici' },
  { keys: 'O', does: 'finir ici' },
  { keys: 'S', does: 'couper ici' },
  { keys: 'Suppr', does: 'enlever ce morceau' },
  { keys: '+ −', does: 'de plus près, de plus loin' },
  { keys: 'Ctrl + Z, Ctrl + Y', does: 'annuler, rétablir' },
]

/** Letters act only within the drawing and its buttons: nobody cuts by dictating into a field. */
export function pressKey(event: KeyboardEvent, desk: CuttingDesk) {
  const target = event.target
  if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) return
  // On a button the space bar presses the button.
  if (event.key === ' ' && target instanceof HTMLButtonElement) return
  const act = deed(event, desk)
  if (!act) return
  event.preventDefault()
  act()
}

function deed(event: KeyboardEvent, desk: CuttingDesk): (() => void) | null | undefined {
  const key = event.key.toLowerCase()
  if (event.ctrlKey || event.metaKey) {
    if (key === 'z') return event.shiftKey ? desk.redo : desk.undo
    return key === 'y' ? desk.redo : null
  }
  if (event.altKey) return null
  const far = event.shiftKey ? 1000 : 100
  const deeds: Record<string, () => void> = {
    ' ': desk.toggle,
    arrowleft: () => desk.move(-far),
    arrowright: () => desk.move(far),
    home: () => desk.move(Number.NEGATIVE_INFINITY),
    end: () => desk.move(Number.POSITIVE_INFINITY),
    i: desk.beginHere,
    o: desk.endHere,
    s: desk.cutHere,
    delete: desk.leaveOut,
    backspace: desk.leaveOut,
    '+': desk.nearer,
    '=': desk.nearer,
    '-': desk.farther,
  }
  return deeds[key]
}
