import { Mic, ScrollText } from 'lucide-react'
import { ListenButton } from '#app/_aloud/listen-button.tsx'
import { ButtonLink } from '#app/_ui/button-link.tsx'
import type { Actor } from '#lib/people/can.ts'
import type { readStory } from '#lib/story/story.server.ts'
import { PaceNote } from './pace-note.tsx'

type Story = Awaited<ReturnType<typeof readStory>>

/** From the written text to the voice: hear it, rehearse it, record it; and at whose pace it is timed. */
export function StoryAloud({ story, actor }: { story: Story; actor: Actor }) {
  const mayRecord = story.mayEdit && story.deletedAt === null && story.state !== 'aired'
  return (
    <section aria-labelledby="a-voix-haute" className="mt-10 grid grid-cols-1 gap-3 print:hidden">
      <h2 id="a-voix-haute">À voix haute</h2>
      <div className="flex flex-wrap gap-2">
        <ListenButton of=".story-text">Écouter le texte</ListenButton>
        <ButtonLink href={`/sujets/${story.id}/prompteur`} icon={<ScrollText />}>
          Répéter en grand
        </ButtonLink>
        {mayRecord && (
          <ButtonLink href={`/sujets/${story.id}/enregistrer`} icon={<Mic />}>
            Enregistrer en lisant
          </ButtonLink>
        )}
      </div>
      <PaceNote author={story.author} actor={actor} />
    </section>
  )
}
