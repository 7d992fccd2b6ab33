import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { StudioFrame } from '#app/_rundown/studio-frame.tsx'
import { episodeName } from '#app/regie/emissions/air-words.ts'
import { theDb } from '#lib/db/db.server.ts'
import { readDirect } from '#lib/rundown/direct.server.ts'
import { DirectScreen } from './direct-screen.tsx'

export const metadata: Metadata = { title: 'Suivre l’émission', robots: { index: false, follow: false } }

type Props = {
  params: Promise<{ token: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** A show as it runs, for whoever has the address. */
export default async function Page({ params, searchParams }: Props) {
  const { token } = await params
  const wishesRehearsal = 'repetition' in (await searchParams)
  const show = await readDirect(theDb(), token, wishesRehearsal)
  if (!show) notFound()
  return (
    <StudioFrame title={episodeName(show)}>
      <DirectScreen
        address={`/api/direct/${token}/events${wishesRehearsal ? '?repetition' : ''}`}
        start={show}
      />
    </StudioFrame>
  )
}
