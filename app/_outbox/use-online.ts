import { useSyncExternalStore } from 'react'

const changes = ['online', 'offline']

function listen(changed: () => void) {
  for (const change of changes) addEventListener(change, changed)
  return () => {
    for (const change of changes) removeEventListener(change, changed)
  }
}

/** Whether the device has a network at all; on the server, and until the page is awake, it has. */
export function useOnline(): boolean {
  return useSyncExternalStore(
    listen,
    () => navigator.onLine,
    () => true,
  )
}
