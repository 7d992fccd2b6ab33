/** The development server changes its pieces under the same names: nothing is copied there. */
const isOn = () => process.env.NODE_ENV === 'production' && 'serviceWorker' in navigator

/**
 * Starts the service worker once the page is loaded and the browser has nothing else to do, then calls `ready`.
 * Returns what gives it up.
 */
export function startWorker(ready: () => Promise<void>): () => void {
  if (!isOn()) return () => undefined
  const leaving = new AbortController()
  const start = async () => {
    await navigator.serviceWorker.register('/sw.js', { updateViaCache: 'none' })
    await navigator.serviceWorker.ready
    if (!leaving.signal.aborted) await ready()
  }
  // A browser that refuses (private window, no storage) still has the site.
  const begin = () => setTimeout(() => start().catch(() => undefined), 1500)
  if (document.readyState === 'complete') begin()
  else addEventListener('load', begin, { once: true, signal: leaving.signal })
  return () => leaving.abort()
}

/** Asks for copies of these pages, and of all that they load. */
export async function keepPages(paths: readonly string[]) {
  if (!isOn()) return
  const { active } = await navigator.serviceWorker.ready
  active?.postMessage({ kind: 'keep', paths })
}

/** Whether this page was shown from a copy, because the network did not answer in time. */
export async function isShownFromCopy(): Promise<boolean> {
  const { controller } = navigator.serviceWorker
  if (!controller) return false
  const { port1, port2 } = new MessageChannel()
  return await new Promise((resolve) => {
    port1.onmessage = ({ data }) => resolve(data === true)
    controller.postMessage({ kind: 'is-copy' }, [port2])
  })
}
