import { browserApp, knownApps, knownDevices, otherApp } from './known-apps.ts'
import { machineNames, machineSigns } from './known-machines.ts'

const named = new RegExp(`(?<![a-z0-9])(${machineNames.map(escaped).join('|')})`, 'i')
/** Their own cache fetches once for all who listen there, under their listeners' name without a device. */
const caches = /^(Spotify|Overcast|Mozilla)\/[\d.]+$|^Mozilla$/

/**
 * How somebody listens, from a `User-Agent` header: the app as the figures name it. Null for machines, and for what
 * does not say what it is.
 */
export function listeningApp(agent: string | undefined): string | null {
  const said = agent?.trim() ?? ''
  if (said === '' || isMachine(said)) return null
  const known = [...knownApps, ...knownDevices].find(({ sign }) => sign.test(said))
  if (known) return known.name
  return /^(Mozilla|Opera)\/\d/.test(said) ? browserApp : otherApp
}

function isMachine(agent: string): boolean {
  return caches.test(agent) || named.test(agent) || machineSigns.some((sign) => sign.test(agent))
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
