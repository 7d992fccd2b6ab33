import { soundsOf, storyOf } from '#app/_story/story-reads.ts'
import { type Actor, can } from '#lib/people/can.ts'
import { AddSounds } from './add-sounds.tsx'
import { SoundList } from './sound-list.tsx'

/** The sounds of a story: record, hand over a file, listen. */
export async function StorySounds({ storyId, actor }: { storyId: string; actor: Actor }) {
  const [story, sounds] = await Promise.all([storyOf(actor, storyId), soundsOf(actor, storyId)])
  const mayAdd = can(actor, 'clip.add', null) && story.mayEdit && story.deletedAt === null
  return (
    <section className="grid gap-4" aria-labelledby="sons">
      <h2 id="sons">Sons</h2>
      {sounds.length === 0 && (
        <p className="text-ink-2">
          {mayAdd
            ? 'Pas encore de son. Enregistrez-vous ici, ou déposez un fichier de votre téléphone.'
            : 'Pas encore de son.'}
        </p>
      )}
      <SoundList sounds={sounds} actor={actor} level={3} />
      {mayAdd && <AddSounds memberId={actor.memberId} storyId={storyId} shown={sounds.map(({ id }) => id)} />}
    </section>
  )
}
