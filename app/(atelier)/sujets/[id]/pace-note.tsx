import Link from 'next/link'
import { paceSource } from '#app/_story/pace-words.ts'
import { theDb } from '#lib/db/db.server.ts'
import type { Actor } from '#lib/people/can.ts'
import { readPace } from '#lib/story/reading-pace.server.ts'

type Props = { author: { id: string; name: string }; actor: Actor }

/** At whose pace the text is timed, and how that is known; its reader may measure it. */
export async function PaceNote({ author, actor }: Props) {
  const isReader = author.id === actor.memberId
  const pace = await readPace(theDb(), author.id)
  return (
    <p className="text-small text-ink-2">
      La durée est comptée à {pace.wpm} mots à la minute : c’est{' '}
      {paceSource(pace, isReader ? null : author.name)}.{' '}
      {isReader && (
        <Link href="/reglages/rythme" prefetch={false} className="inline-flex min-h-12 items-center">
          {pace.isOwn ? 'Mon rythme de lecture' : 'Mesurer mon rythme'}
        </Link>
      )}
    </p>
  )
}
