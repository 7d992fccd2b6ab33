/** Networks that are nobody's on the internet, or this machine's own: IANA's special-purpose registries. */
const privateV4: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
]
const v4 = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/

/** Whether an IP address is one of the public internet: neither private, nor local, nor a cloud's own. */
export function isPublicAddress(address: string): boolean {
  const plain = address.replace(/%.*$/, '')
  const four = numberOfV4(plain)
  if (four !== null) return isPublicV4(four)
  const groups = groupsOfV6(plain)
  return groups !== null && isPublicV6(groups)
}

function isPublicV4(address: number): boolean {
  return !privateV4.some(([network, bits]) => {
    const size = 2 ** (32 - bits)
    return Math.floor(address / size) === Math.floor((numberOfV4(network) ?? 0) / size)
  })
}

/** Only global unicast, 2000::/3, less what is documentation, tunnels or carries an IPv4 address within. */
function isPublicV6(groups: readonly number[]): boolean {
  const [first = 0, second = 0] = groups
  if (first < 0x2000 || first > 0x3fff) return false
  const isSpecial = first === 0x2001 && (second < 0x200 || second === 0xdb8)
  return !isSpecial && first !== 0x2002 && first !== 0x3fff
}

function numberOfV4(address: string): number | null {
  const parts = v4.exec(address)?.slice(1).map(Number)
  if (!parts || parts.some((part) => part > 255)) return null
  return parts.reduce((sum, part) => sum * 256 + part, 0)
}

function groupsOfV6(address: string): number[] | null {
  const halves = address.split('::')
  if (!address.includes(':') || halves.length > 2) return null
  const [head = [], tail = []] = halves.map(groupsIn)
  const missing = halves.length === 2 ? 8 - head.length - tail.length : 0
  if (missing < 0) return null
  const groups = [...head, ...Array<number>(missing).fill(0), ...tail]
  return groups.length === 8 && groups.every((group) => group >= 0 && group <= 0xffff) ? groups : null
}

function groupsIn(half: string): number[] {
  if (half === '') return []
  return half.split(':').flatMap((group) => {
    const four = numberOfV4(group)
    if (four !== null) return [four >>> 16, four & 0xffff]
    return [/^[0-9a-f]{1,4}$/i.test(group) ? Number.parseInt(group, 16) : -1]
  })
}
