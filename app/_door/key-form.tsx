'use client'
import { LogIn } from 'lucide-react'
import { useEffect, useState } from 'react'
import { z } from 'zod/mini'
import { Button } from '#app/_ui/button.tsx'
import { TextField } from '#app/_ui/text-field.tsx'

const answer = z.object({ csrfToken: z.string() })

/** next-auth's own sign-in form: its csrf token is fetched ahead, so that the press is one request. */
function useCsrfToken(): string | null {
  const [token, setToken] = useState<string | null>(null)
  useEffect(() => {
    const leaving = new AbortController()
    const ask = async () => {
      const response = await fetch('/api/auth/csrf', { signal: leaving.signal })
      setToken(answer.parse(await response.json()).csrfToken)
    }
    ask().catch(() => setToken(null))
    return () => leaving.abort()
  }, [])
  return token
}

/** The button that uses the key. A founder also says a first name. */
export function KeyForm({ token, founder }: { token: string; founder: boolean }) {
  const csrfToken = useCsrfToken()
  const [sent, setSent] = useState(false)
  return (
    <form method="post" action="/api/auth/callback/key" className="grid gap-5" onSubmit={() => setSent(true)}>
      <input type="hidden" name="csrfToken" value={csrfToken ?? ''} />
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="callbackUrl" value="/bienvenue" />
      {founder && (
        <>
          <p>Vous ouvrez La Bobine. Ce compte est celui de la coordination : il pourra inviter les autres.</p>
          <TextField label="Votre prénom" name="name" autoComplete="given-name" required maxLength={80} />
        </>
      )}
      <Button type="submit" variant="primary" wide icon={<LogIn />} pending={sent || csrfToken === null}>
        Entrer
      </Button>
    </form>
  )
}

/** The short code printed on the card, for a phone without a camera. */
export function CodeForm({ next }: { next: string }) {
  const csrfToken = useCsrfToken()
  const [sent, setSent] = useState(false)
  return (
    <form method="post" action="/api/auth/callback/key" className="grid gap-5" onSubmit={() => setSent(true)}>
      <input type="hidden" name="csrfToken" value={csrfToken ?? ''} />
      <input type="hidden" name="callbackUrl" value={next} />
      <TextField
        label="Le code de votre carte"
        hint="Huit lettres et chiffres, sous le carré noir."
        name="code"
        autoComplete="one-time-code"
        autoCapitalize="characters"
        spellCheck={false}
        required
        maxLength={20}
      />
      <Button type="submit" wide icon={<LogIn />} pending={sent || csrfToken === null}>
        Entrer avec le code
      </Button>
    </form>
  )
}
