/** What a page needs beyond the ordinary. */
export type PagePolicy = {
  /** Fresh random base64 for each answer; scripts without it do not run. */
  nonce: string
  /** True where people record. */
  microphone?: boolean
  /** True for the player that other sites may frame. */
  embed?: boolean
  /** Next's development server evaluates code and injects styles. */
  dev?: boolean
  /** The page is reached over https. */
  https?: boolean
}

/** `Content-Security-Policy` of a page. */
export function contentSecurityPolicy({ nonce, embed = false, dev = false }: PagePolicy): string {
  if (!/^[A-Za-z0-9+/_-]{16,}={0,2}$/.test(nonce)) throw new Error('A nonce is at least 16 base64 characters')
  const directives = {
    'default-src': ["'self'"],
    'script-src': [`'nonce-${nonce}'`, "'strict-dynamic'", ...(dev ? ["'unsafe-eval'"] : [])],
    // A nonce would switch 'unsafe-inline' off, and the development server needs it.
    'style-src': dev ? ["'self'", "'unsafe-inline'"] : ["'self'", `'nonce-${nonce}'`],
    'style-src-attr': ["'unsafe-inline'"],
    'img-src': ["'self'", 'data:', 'blob:'],
    'media-src': ["'self'", 'blob:'],
    'font-src': ["'self'"],
    'connect-src': dev ? ["'self'", 'ws:', 'wss:'] : ["'self'"],
    'worker-src': ["'self'", 'blob:'],
    'manifest-src': ["'self'"],
    'form-action': ["'self'"],
    'object-src': ["'none'"],
    'base-uri': ["'none'"],
    'frame-ancestors': embed ? ['*'] : ["'none'"],
  }
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources.join(' ')}`)
    .join('; ')
}

/** All security headers of a page, the policy among them. */
export function securityHeaders(policy: PagePolicy): Record<string, string> {
  const { microphone = false, embed = false, https = false } = policy
  return {
    'Content-Security-Policy': contentSecurityPolicy(policy),
    'X-Content-Type-Options': 'nosniff',
    // `no-referrer` would make the browser send `Origin: null` with our own forms.
    'Referrer-Policy': 'same-origin',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Permissions-Policy': `microphone=${microphone ? '(self)' : '()'}, camera=(), geolocation=(), payment=(), usb=()`,
    ...(embed ? {} : { 'X-Frame-Options': 'DENY' }),
    ...(https ? { 'Strict-Transport-Security': 'max-age=31536000' } : {}),
  }
}
