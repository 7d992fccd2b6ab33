import { theDb } from '#lib/db/db.server.ts'
import { type Actor, can } from '#lib/people/can.ts'
import { listClips } from '#lib/sound/sound.server.ts'
import { readStory } from '#lib/story/story.server.ts'
import { AddSounds } from './add-sounds.tsx'
import { SoundList } from './sound-list.tsx'

/** The sounds of a story: record, hand over a file, listen. */
export async function StorySounds({ storyId, actor }: { storyId: string; actor: Actor }) {
  const [story, sounds] = await Promise.all([
    readStory(theDb(), actor, storyId),
    listClips(theDb(), actor, storyId),
  ])
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
