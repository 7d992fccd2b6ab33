import { addressBits, type Bits } from '#lib/machine/address-bits.ts'

/** The bits of who asks; null for what is no address. An IPv4 address in the clothes of IPv6 is an IPv4 address. */
export function listenerBits(address: string): Bits | null {
  return addressBits(address.replace(/^::ffff:(?=\d+\.)/i, ''))
}

/**
 * What is kept of an address while a day lasts: the first 24 bits of IPv4, the first 64 of IPv6. Many homes share
 * them. What cannot be read is all one network.
 */
export function networkOf(address: string): Bits {
  const bits = listenerBits(address)
  return bits?.slice(0, 2 + (bits.startsWith('4') ? 24 : 64)) ?? 'unknown'
}
