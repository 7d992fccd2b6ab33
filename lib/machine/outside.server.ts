import { lookup } from 'node:dns/promises'
import { isIP } from 'node:net'
import { isPublicAddress } from './public-address.ts'

/** Which machines may be reached, and how a name becomes addresses. Only tests have another. */
export type Outside = {
  mayReach: (address: string, port: number) => boolean
  addressesOf: (host: string) => Promise<string[]>
}

const ports = new Set([80, 443, 8080, 8443])

/** The public internet, on the web's ports. */
export const theOutside: Outside = {
  mayReach: (address, port) => ports.has(port) && isPublicAddress(address),
  addressesOf: async (host) =>
    (await lookup(host, { all: true, verbatim: true })).map(({ address }) => address),
}

/** The addresses of a web address's machine, and whether every one of them may be reached. */
export async function lookOutside(
  url: URL,
  outside: Outside,
): Promise<{ addresses: string[]; mayReach: boolean }> {
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const port = Number(url.port) || (url.protocol === 'https:' ? 443 : 80)
  const addresses = isIP(host) ? [host] : await outside.addressesOf(host)
  return { addresses, mayReach: addresses.every((one) => outside.mayReach(one, port)) }
}
