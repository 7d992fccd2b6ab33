/** What the region says: one sentence, and how to take it back. */
export type Toast = { id: number; text: string; undo?: (() => unknown) | undefined }

/** How long an undo stays offered, in milliseconds; it waits while one points at it or is on it. */
export const undoMs = 10_000

let toasts: readonly Toast[] = []
let lastId = 0
const listeners = new Set<() => void>()

/** Says that something is done, and offers to undo it. Callable from any client component. */
export function showToast(toast: Omit<Toast, 'id'>): void {
  lastId += 1
  // Two at most: a pile of messages hides the page and is read by nobody.
  change([...toasts.slice(-1), { ...toast, id: lastId }])
}

/** Takes a message away. */
export function dropToast(id: number): void {
  change(toasts.filter((toast) => toast.id !== id))
}

/** For useSyncExternalStore: hears every change. */
export function listenToToasts(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The messages shown now, the newest last. */
export function currentToasts(): readonly Toast[] {
  return toasts
}

function change(next: readonly Toast[]): void {
  toasts = next
  for (const listener of listeners) listener()
}
