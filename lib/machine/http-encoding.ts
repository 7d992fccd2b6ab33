export type Encoding = 'br' | 'gzip' | 'identity'

const ours: readonly Encoding[] = ['br', 'gzip', 'identity']

/**
 * The smallest of our encodings that `Accept-Encoding` takes most gladly (RFC 9110 §12.5.3).
 * Plain when nothing is said, and also when nothing fits: a readable answer beats a 406.
 */
export function bestEncoding(accept: string | undefined): Encoding {
  const weights = new Map<string, number>()
  for (const choice of (accept ?? '').toLowerCase().split(',')) {
    const [name = '', ...parameters] = choice.split(';').map((part) => part.trim())
    const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2) ?? '1'
    if (name !== '') weights.set(name === 'x-gzip' ? 'gzip' : name, Number(weight) || 0)
  }
  const weightOf = (encoding: Encoding) =>
    weights.get(encoding) ?? weights.get('*') ?? (encoding === 'identity' ? Number.MIN_VALUE : 0)
  const best = ours.toSorted((a, b) => weightOf(b) - weightOf(a))[0] ?? 'identity'
  return weightOf(best) > 0 ? best : 'identity'
}
