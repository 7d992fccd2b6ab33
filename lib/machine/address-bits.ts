/** An internet address, or the beginning of one: `4` or `6`, a colon, and its bits as the characters 0 and 1. */
export type Bits = string

/** The bits of an address; null for what is none. */
export function addressBits(address: string): Bits | null {
  const v4 = v4Bits(address)
  if (v4) return `4:${v4}`
  const v6 = v6Bits(address.replace(/%.*$/, ''))
  return v6 && `6:${v6}`
}

/** The beginning that `5.9.0.0/16` stands for. Throws for what is no block. */
export function blockBits(block: string): Bits {
  const [address = '', length = ''] = block.split('/')
  const bits = addressBits(address)
  if (!bits || !/^\d+$/.test(length)) throw new RangeError(`Not a block of addresses: ${block}`)
  return bits.slice(0, 2 + Number(length))
}

/** Whether an address begins as one of some blocks do. */
export function liesIn(bits: Bits, blocks: readonly Bits[]): boolean {
  return blocks.some((block) => bits.startsWith(block))
}

function v4Bits(address: string): Bits | null {
  const parts = address.split('.')
  const isOne = parts.length === 4 && parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) < 256)
  return isOne ? parts.map((part) => binary(Number(part), 8)).join('') : null
}

function v6Bits(address: string): Bits | null {
  const halves = address.split('::')
  if (halves.length > 2 || !address.includes(':')) return null
  const [head = [], tail = []] = halves.map((half) => (half === '' ? [] : half.split(':')))
  const missing = 8 - head.length - tail.length
  if (halves.length === 2 ? missing < 1 : missing !== 0) return null
  const groups = [...head, ...Array.from({ length: missing }, () => '0'), ...tail]
  if (!groups.every((group) => /^[0-9a-f]{1,4}$/i.test(group))) return null
  return groups.map((group) => binary(Number.parseInt(group, 16), 16)).join('')
}

const binary = (value: number, length: number) => value.toString(2).padStart(length, '0')
