'use client'
import { History } from 'lucide-react'
import { useSyncExternalStore } from 'react'
import { ButtonLink } from '#app/_ui/button-link.tsx'
import { readKeptBeginning } from './kept-beginning.ts'

const never = () => () => undefined

/** Another story was begun on this device and not opened: the way back to it. */
export function UnfinishedNote({ memberId, storyId }: { memberId: string; storyId: string }) {
  const found = useSyncExternalStore(
    never,
    () => JSON.stringify(readKeptBeginning(memberId)),
    () => 'null',
  )
  const kept: ReturnType<typeof readKeptBeginning> = JSON.parse(found)
  if (!kept || kept.storyId === storyId) return null
  return (
    <section className="mb-6 grid max-w-2xl justify-items-start gap-2 rounded-card border-2 border-sky bg-sky-soft p-gutter">
      <p>
        {kept.title
          ? `Vous aviez commencé « ${kept.title} ». Rien n’est perdu.`
          : 'Vous aviez commencé un sujet. Rien n’est perdu.'}
      </p>
      <ButtonLink href={kept.href} icon={<History />}>
        Le reprendre
      </ButtonLink>
    </section>
  )
}
