import { History } from 'lucide-react'
import { contributorWords } from '#app/_story/version-words.ts'
import { ButtonLink } from '#app/_ui/button-link.tsx'
import { theDb } from '#lib/db/db.server.ts'
import type { Actor } from '#lib/people/can.ts'
import { readContributors } from '#lib/story/writers.server.ts'

/** Who wrote the text, and how it came about. */
export async function StoryPast({ storyId, actor }: { storyId: string; actor: Actor }) {
  return (
    <section aria-label="Versions" className="mt-8 grid grid-cols-1 gap-3 print:hidden">
      <p>{contributorWords(await readContributors(theDb(), actor, storyId))}.</p>
      <p>
        <ButtonLink href={`/sujets/${storyId}/versions`} icon={<History />}>
          Versions du texte
        </ButtonLink>
      </p>
    </section>
  )
}
