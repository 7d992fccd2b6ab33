/** How long the radio may take to answer before it counts as away. */
const PATIENCE_MS = 4000

/** Whether the radio answers now: a phone in a tunnel often believes that it has a network. */
export async function isRadioThere(): Promise<boolean> {
  if (!navigator.onLine) return false
  return await fetch('/api/health', { cache: 'no-store', signal: AbortSignal.timeout(PATIENCE_MS) }).then(
    ({ ok }) => ok,
    () => false,
  )
}
