import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { StudioFrame } from '#app/_rundown/studio-frame.tsx'
import { episodeName } from '#app/regie/emissions/air-words.ts'
import { theDb } from '#lib/db/db.server.ts'
import { readDirect } from '#lib/rundown/direct.server.ts'
import { DirectScreen } from './direct-screen.tsx'

export const metadata: Metadata = { title: 'Suivre l’émission', robots: { index: false, follow: false } }

/** A show as it runs, for whoever has the address. */
export default async function Page({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params
  const show = await readDirect(theDb(), token)
  if (!show) notFound()
  return (
    <StudioFrame title={episodeName(show)}>
      <DirectScreen token={token} start={show} />
    </StudioFrame>
  )
}
