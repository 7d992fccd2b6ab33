import { cookies } from 'next/headers'
import { comfortCookie, comfortOf, readComfort, writeComfort } from '#app/_ui/comfort.ts'
import { ComfortSettings } from '#app/_ui/comfort-settings.tsx'
import { PageHeader } from '#app/_ui/page-header.tsx'

export const metadata = { title: 'Mieux lire' }

/** Text size, colours, letters: for visitors and members alike, kept on this device. */
export default async function Page() {
  const jar = await cookies()
  return (
    <main id="contenu" className="page max-w-2xl py-6">
      <PageHeader
        title="Mieux lire"
        back={{ href: '/', label: 'Accueil' }}
        standfirst="Ces réglages restent sur cet appareil."
      />
      <ComfortSettings current={readComfort(jar.get(comfortCookie)?.value)} action={wear} />
    </main>
  )
}

async function wear(form: unknown) {
  'use server'
  const comfort = comfortOf(form instanceof FormData ? Object.fromEntries(form) : {})
  ;(await cookies()).set(comfortCookie, writeComfort(comfort), {
    path: '/',
    maxAge: 31_536_000,
    sameSite: 'lax',
  })
}
