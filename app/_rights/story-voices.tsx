import { UsersRound } from 'lucide-react'
import { voicesOf } from '#app/_story/story-reads.ts'
import { ButtonLink } from '#app/_ui/button-link.tsx'
import { theDb } from '#lib/db/db.server.ts'
import { type Actor, can } from '#lib/people/can.ts'
import { neededUses, verdictOf } from '#lib/rights/consent.ts'
import { maySeeVoices } from '#lib/rights/voices.server.ts'
import { findStoryRow } from '#lib/story/story-rows.server.ts'
import { VerdictBadge } from './verdict-badge.tsx'

/** Who speaks in a story, and what each of them has said yes to. */
export async function StoryVoices({ storyId, actor }: { storyId: string; actor: Actor }) {
  const story = await findStoryRow(theDb(), storyId)
  if (!story || !maySeeVoices(actor, story)) return null
  const voices = await voicesOf(actor, storyId)
  const mayEdit = can(actor, 'story.edit', story)
  if (voices.length === 0 && !mayEdit) return null
  return (
    <section className="mt-10 grid gap-4 print:hidden" aria-labelledby="qui-parle">
      <h2 id="qui-parle">Qui parle dans ce sujet ?</h2>
      {voices.length === 0 && <p className="text-ink-2">Personne n’est encore noté.</p>}
      <ul className="grid gap-2">
        {voices.map((voice) => (
          <li key={voice.id} className="flex flex-wrap items-center gap-2">
            <span className="font-bold">{voice.name}</span>
            {neededUses.map((use) => (
              <VerdictBadge key={use} use={use} verdict={verdictOf(voice, use)} />
            ))}
          </li>
        ))}
      </ul>
      {mayEdit && (
        <p>
          <ButtonLink href={`/sujets/${storyId}/accords`} icon={<UsersRound />}>
            Les accords
          </ButtonLink>
        </p>
      )}
    </section>
  )
}
