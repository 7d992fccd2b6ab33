import { startTransition } from 'react'
import { leaveAction } from '#app/_door/actions.ts'

const LEAVING = 'bobine.partir'

/**
 * "Ce n'est pas moi" without network: the copies go at once, so that nobody after them sees a page of theirs, and
 * the session is ended as soon as the radio can be asked. Returns what stops listening.
 */
export function leaveWithoutNetwork(): () => void {
  finishLeaving()
  const leave = (event: Event) => {
    const form = event.target
    if (navigator.onLine || !(form instanceof HTMLFormElement) || !('leave' in form.dataset)) return
    event.preventDefault()
    localStorage.setItem(LEAVING, 'oui')
    navigator.serviceWorker?.controller?.postMessage({ kind: 'forget' })
    location.assign('/entrer')
  }
  addEventListener('submit', leave, { capture: true })
  addEventListener('online', finishLeaving)
  return () => {
    removeEventListener('submit', leave, { capture: true })
    removeEventListener('online', finishLeaving)
  }
}

function finishLeaving() {
  if (!navigator.onLine || !localStorage.getItem(LEAVING)) return
  localStorage.removeItem(LEAVING)
  startTransition(() => leaveAction())
}
