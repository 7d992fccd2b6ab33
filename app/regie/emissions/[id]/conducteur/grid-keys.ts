/** A key as the browser tells of it. */
export type Key = { key: string; altKey: boolean; shiftKey: boolean; ctrlKey: boolean; metaKey: boolean }

export type LineGesture =
  | { do: 'step'; by: number; extends: boolean }
  | { do: 'move'; by: -1 | 1 }
  | { do: 'pick' | 'edit' | 'open' | 'bin' | 'duplicate' | 'all' | 'leave' | 'menu' }

const steps: Record<string, number> = {
  ArrowUp: -1,
  ArrowDown: 1,
  PageUp: -10,
  PageDown: 10,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
}

/** What a key means on a line. Null: nothing, the browser goes on with it. */
export function lineGesture({ key, altKey, shiftKey, ctrlKey, metaKey }: Key): LineGesture | null {
  const commands = ctrlKey || metaKey
  const by = steps[key]
  if (altKey) return !commands && (by === 1 || by === -1) ? { do: 'move', by } : null
  if (commands) {
    const letter = key.toLowerCase()
    if (letter === 'd') return { do: 'duplicate' }
    return letter === 'a' ? { do: 'all' } : null
  }
  if (by !== undefined) return { do: 'step', by, extends: shiftKey }
  return plain[key] ?? null
}

const plain: Record<string, LineGesture> = {
  ' ': { do: 'pick' },
  Enter: { do: 'edit' },
  F2: { do: 'edit' },
  Delete: { do: 'bin' },
  Backspace: { do: 'bin' },
  Escape: { do: 'leave' },
}

/** What a key means wherever one is on the page, while nobody types into a field. */
export function pageGesture({
  key,
  altKey,
  shiftKey,
  ctrlKey,
  metaKey,
}: Key): 'undo' | 'redo' | 'keys' | null {
  if (altKey) return null
  if (!(ctrlKey || metaKey)) return key === '?' ? 'keys' : null
  const letter = key.toLowerCase()
  if (letter === 'z') return shiftKey ? 'redo' : 'undo'
  return letter === 'y' ? 'redo' : null
}
