/** What a key may do; the same is a button each. */
export type AirGestures = {
  next: () => void
  choose: (step: 1 | -1) => void
  takeChosen: () => void
  give: (ms: number) => void
  pause: () => void
}

export const keyHelp: readonly { keys: string; does: string }[] = [
  { keys: 'Espace', does: 'passer à la ligne suivante' },
  { keys: '↑ ↓', does: 'choisir une ligne dans la liste' },
  { keys: 'Entrée', does: 'passer à la ligne choisie' },
  { keys: '+', does: 'donner 30 secondes de plus' },
  { keys: '−', does: 'donner 30 secondes de moins' },
  { keys: 'P', does: 'pause, puis reprendre' },
]

/** How much time one press gives or takes, in milliseconds. */
export const STEP_MS = 30_000

/**
 * Does what a key says, unless somebody is writing, a dialog is open, or the key belongs to the button that has
 * the focus. A key held down acts once: nobody plays three lines with one finger.
 */
export function pressAirKey(event: KeyboardEvent, gestures: AirGestures) {
  const { target, key } = event
  if (event.ctrlKey || event.metaKey || event.altKey || !(target instanceof Element)) return
  if (document.querySelector('dialog[open]') || isWriting(target) || isPressing(target, key)) return
  const act = deedOf(key, gestures)
  if (!act) return
  event.preventDefault()
  if (!event.repeat || key.startsWith('Arrow')) act()
}

function deedOf(key: string, { next, choose, takeChosen, give, pause }: AirGestures) {
  const deeds: Record<string, () => void> = {
    ' ': next,
    ArrowUp: () => choose(-1),
    ArrowDown: () => choose(1),
    Enter: takeChosen,
    '+': () => give(STEP_MS),
    '=': () => give(STEP_MS),
    '-': () => give(-STEP_MS),
    '−': () => give(-STEP_MS),
    p: pause,
    P: pause,
  }
  return deeds[key]
}

const isWriting = (target: Element) =>
  target.closest('textarea, select, [contenteditable=true], input:not([type=radio], [type=checkbox])') !==
  null

const isPressing = (target: Element, key: string) =>
  (key === ' ' && target.closest('button, summary, [type=checkbox]') !== null) ||
  (key === 'Enter' && target.closest('button, summary, a') !== null)

const OFF = 'antenne:sans-touches'

/** Whether keys act on this device: somebody who dictates turns them off. */
export function keysAct(): boolean {
  try {
    return localStorage.getItem(OFF) === null
  } catch {
    // Storage is forbidden: as on a new device.
    return true
  }
}

export function letKeysAct(act: boolean) {
  try {
    if (act) localStorage.removeItem(OFF)
    else localStorage.setItem(OFF, 'oui')
  } catch {
    // Storage is forbidden: the choice cannot be kept.
  }
}
