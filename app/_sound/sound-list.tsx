import { Scissors } from 'lucide-react'
import type { ReactNode } from 'react'
import { ButtonLink } from '#app/_ui/button-link.tsx'
import { theDb } from '#lib/db/db.server.ts'
import type { Actor } from '#lib/people/can.ts'
import { readUses, type Use } from '#lib/rundown/uses.server.ts'
import { readWaveform } from '#lib/sound/listening.server.ts'
import type { Sound } from '#lib/sound/sound.server.ts'
import { waveformPeaks } from '#lib/sound/waveform-peaks.ts'
import { listStories } from '#lib/story/list-stories.server.ts'
import { RefreshWhile } from './refresh-while.tsx'
import { SoundActions } from './sound-actions.tsx'
import { SoundCard } from './sound-card.tsx'
import { missedWords } from './use-words.ts'

type Props = {
  sounds: readonly Sound[]
  actor: Actor
  /** Of the sounds' titles in the page's outline. */
  level: 2 | 3
  more?: (sound: Sound, uses: readonly Use[]) => ReactNode
  aside?: (sound: Sound) => ReactNode
}

const drawnColumns = 120

/** Sounds one under the other, each with its player; read again by itself while one is being prepared. */
export async function SoundList({ sounds, actor, level, more, aside }: Props) {
  const stories = (await listStories(theDb(), actor)).map(({ id, title }) => ({ value: id, label: title }))
  const uses = await readUses(
    theDb(),
    actor,
    sounds.map(({ id }) => id),
  )
  const usesOf = ({ id }: Sound) => uses.get(id) ?? []
  const peaks = await Promise.all(
    sounds.map(async ({ id, state }) =>
      state === 'ready' ? waveformPeaks(await readWaveform(theDb(), actor, id, drawnColumns)) : [],
    ),
  )
  return (
    <>
      <RefreshWhile active={sounds.some(({ state }) => state === 'received' || state === 'preparing')} />
      <ul className="grid gap-4">
        {sounds.map((sound, index) => (
          <li key={sound.id}>
            <SoundCard
              sound={sound}
              peaks={peaks[index] ?? []}
              level={level}
              actions={
                <>
                  {sound.mayEdit && sound.state === 'ready' && sound.deletedAt === null && (
                    <ButtonLink href={`/sons/${sound.id}`} icon={<Scissors />}>
                      Couper et soigner <span className="sr-only">« {sound.title} »</span>
                    </ButtonLink>
                  )}
                  {aside?.(sound)}
                  {sound.mayEdit && <SoundActions sound={handled(sound, usesOf(sound))} stories={stories} />}
                </>
              }
            >
              {more?.(sound, usesOf(sound))}
            </SoundCard>
          </li>
        ))}
      </ul>
    </>
  )
}

/** What the actions need of a sound: nothing more goes to the browser. */
function handled({ id, title, storyId, deletedAt, state, refusal }: Sound, uses: readonly Use[]) {
  const mayRetry = state === 'refused' && refusal === 'sound.not-prepared'
  const missed = missedWords(uses, new Date().getFullYear())
  return { id, title, storyId, isBinned: deletedAt !== null, mayRetry, missed }
}
