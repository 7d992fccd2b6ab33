import { History } from 'lucide-react'
import { contributorWords } from '#app/_story/version-words.ts'
import { ButtonLink } from '#app/_ui/button-link.tsx'
import { theDb } from '#lib/db/db.server.ts'
import { readContributors } from '#lib/story/writers.server.ts'

/** Who wrote the text, and how it came about. */
export async function StoryPast({ storyId }: { storyId: string }) {
  return (
    <section aria-label="Versions" className="mt-8 grid grid-cols-1 gap-3 print:hidden">
      <p>{contributorWords(await readContributors(theDb(), storyId))}.</p>
      <p>
        <ButtonLink href={`/sujets/${storyId}/versions`} icon={<History />}>
          Versions du texte
        </ButtonLink>
      </p>
    </section>
  )
}
