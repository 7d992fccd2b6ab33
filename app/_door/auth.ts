import type { NextAuthOptions } from 'next-auth'
import CredentialsProvider from 'next-auth/providers/credentials'
import { theDb } from '#lib/db/db.server.ts'
import { isRefusal } from '#lib/machine/refusal.ts'
import { theSite } from '#lib/machine/site.server.ts'
import { COOKIE_LIFE_SECONDS, sessionCookie } from '#lib/people/cookie.server.ts'
import { openWithKey } from '#lib/people/key.server.ts'
import { cleanLine } from '#lib/story/clean-text.ts'
import { deviceName } from './device.ts'
import { ownPath } from './own-path.ts'

/** next-auth carries the session: its signed cookie holds the id of a row that each request checks. */
export function authOptions(): NextAuthOptions {
  const { baseUrl, secret } = theSite()
  const secure = baseUrl.startsWith('https:')
  const host = secure ? '__Host-' : ''
  const options = { httpOnly: true, sameSite: 'lax', path: '/', secure } as const
  return {
    secret,
    session: { strategy: 'jwt', maxAge: COOKIE_LIFE_SECONDS },
    useSecureCookies: secure,
    cookies: {
      sessionToken: { name: sessionCookie(baseUrl), options },
      csrfToken: { name: `${host}bobine.csrf`, options },
      callbackUrl: { name: `${host}bobine.callback`, options },
    },
    pages: { signIn: '/entrer', error: '/entrer', signOut: '/entrer' },
    providers: [keyProvider()],
    callbacks: {
      jwt: ({ token, user }) => (user ? { sessionId: user.id } : token),
      session: ({ session, token }) => ({ ...session, user: {}, sessionId: token.sessionId }),
      redirect: ({ url }) => new URL(baseUrl).origin + (ownPath(url, baseUrl) ?? '/bienvenue'),
    },
  }
}

function keyProvider() {
  return CredentialsProvider({
    id: 'key',
    name: 'Carte ou lien',
    credentials: { token: {}, code: {}, name: {} },
    async authorize(given, request) {
      const key = given?.token ? { token: given.token } : { code: given?.code ?? '' }
      try {
        const device = deviceName(String(request.headers?.['user-agent'] ?? ''))
        const { sessionId } = await openWithKey(theDb(), key, device, cleanLine(given?.name ?? '') || null)
        return { id: sessionId }
      } catch (error) {
        if (isRefusal(error)) return null
        throw error
      }
    },
  })
}
