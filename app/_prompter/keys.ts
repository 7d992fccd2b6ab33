/** What can be done to a text that is read. */
export type PromptDeed =
  | 'toggle'
  | 'lineBack'
  | 'lineOn'
  | 'pageBack'
  | 'pageOn'
  | 'slower'
  | 'faster'
  | 'smaller'
  | 'larger'
  | 'mirror'
  | 'fullScreen'
  | 'head'
  | 'end'
  | 'follow'
  | 'help'
  | 'pause'

/** What each key does; the same is a button each. Pedals send one of these keys. */
export const keyHelp: readonly { keys: string; does: string }[] = [
  { keys: 'Espace', does: 'démarrer, arrêter' },
  { keys: '↑ ↓', does: 'à l’arrêt, une ligne ; en marche, moins vite, plus vite' },
  { keys: 'Page préc., Page suiv.', does: 'une page ; ← et → aussi' },
  { keys: 'Entrée', does: 'une page de plus' },
  { keys: 'Début, Fin', does: 'le début, la fin du texte' },
  { keys: '+ −', does: 'lettres plus grandes, plus petites' },
  { keys: 'M', does: 'miroir' },
  { keys: 'F', does: 'plein écran' },
  { keys: 'A', does: 'suivre l’antenne, ou non' },
  { keys: 'Échap', does: 'arrêter, sortir du plein écran' },
  { keys: '?', does: 'ces touches' },
]

const always: Record<string, PromptDeed> = {
  ' ': 'toggle',
  pageup: 'pageBack',
  arrowleft: 'pageBack',
  pagedown: 'pageOn',
  arrowright: 'pageOn',
  enter: 'pageOn',
  home: 'head',
  end: 'end',
  '+': 'larger',
  '=': 'larger',
  '-': 'smaller',
  m: 'mirror',
  f: 'fullScreen',
  a: 'follow',
  escape: 'pause',
  '?': 'help',
}

type Pressed = { key: string; ctrlKey?: boolean; metaKey?: boolean; altKey?: boolean; repeat?: boolean }

/**
 * What a key means for the text; null when it is none of ours. The arrows push the text line by line while it stands,
 * and faster or slower while it runs. A key held down repeats only what moves.
 */
export function deedOf(pressed: Pressed, isRunning: boolean): PromptDeed | null {
  if (pressed.ctrlKey || pressed.metaKey || pressed.altKey) return null
  const key = pressed.key.toLowerCase()
  if (key === 'arrowup') return isRunning ? 'slower' : 'lineBack'
  if (key === 'arrowdown') return isRunning ? 'faster' : 'lineOn'
  const deed = always[key] ?? null
  return pressed.repeat && deed !== null && !repeats.has(deed) ? null : deed
}

const repeats: ReadonlySet<PromptDeed> = new Set(['pageBack', 'pageOn', 'smaller', 'larger'])
