const SCRIPT = '/garde.js'
/** Where it answers: the page of what is kept, and the episodes' own. Members' pages have a worker of theirs. */
const scopes = ['/hors-ligne', '/emissions']

/** Lets kept sounds play without network, and the page that lists them open. Renews that page's copy. */
export async function startKeepWorker(): Promise<void> {
  for (const scope of scopes) {
    const { active } = await navigator.serviceWorker.register(SCRIPT, { scope, updateViaCache: 'none' })
    active?.postMessage({ kind: 'keep-page' })
  }
}
