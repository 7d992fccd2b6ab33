import { addressBits, blockBits, liesIn } from './address-bits.ts'

/** Where machines of the internet have their addresses: all of IPv4, the global unicast of IPv6. */
const internet = ['0.0.0.0/0', '2000::/3'].map(blockBits)
/** What of it is nobody's, this machine's own, documentation or a tunnel: IANA's special-purpose registries. */
const special = [
  ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12'],
  ...['192.0.0.0/24', '192.0.2.0/24', '192.88.99.0/24', '192.168.0.0/16', '198.18.0.0/15'],
  ...['198.51.100.0/24', '203.0.113.0/24', '224.0.0.0/3'],
  ...['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/16'],
].map(blockBits)

/** Whether an IP address is one of the public internet: neither private, nor local, nor a cloud's own. */
export function isPublicAddress(address: string): boolean {
  const bits = addressBits(address)
  return bits !== null && liesIn(bits, internet) && !liesIn(bits, special)
}
