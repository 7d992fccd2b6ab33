import { ArrowDown, ArrowUp } from 'lucide-react'
import { requireRight } from '#app/_door/session.ts'
import { AddSounds } from '#app/_sound/add-sounds.tsx'
import { SoundList } from '#app/_sound/sound-list.tsx'
import { ButtonLink } from '#app/_ui/button-link.tsx'
import { EmptyState } from '#app/_ui/empty-state.tsx'
import { PageHeader } from '#app/_ui/page-header.tsx'
import { theDb } from '#lib/db/db.server.ts'
import { readKnownNames, suggestMusic } from '#lib/sound/music.server.ts'
import { listLibrary } from '#lib/sound/sound.server.ts'
import { KnownNameLists } from './known-names.tsx'
import { LibraryWays } from './library-ways.tsx'
import { libraryAddress, readAsked } from './shelves.ts'
import { SoundFacts, SoundSheet } from './sound-facts.tsx'

export const metadata = { title: 'Sons' }

const shownAtOnce = 30

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** The sound library: the show's own sounds, the music with its rights, everything that was brought. */
export default async function Page({ searchParams }: Props) {
  const actor = await requireRight('studio.enter', '/regie/sons')
  const { asked, question, empty } = readAsked(await searchParams)
  const db = theDb()
  const found = await listLibrary(db, actor, { ...question, limit: shownAtOnce + 1 })
  const sounds = found.slice(0, shownAtOnce)
  const ids = sounds.map(({ id }) => id)
  const [suggestions, names] = await Promise.all([suggestMusic(db, actor, ids), readKnownNames(db, actor)])
  return (
    <>
      <PageHeader
        title="Sons"
        standfirst="Tout ce qui s’entend : l’habillage, les musiques, les sons des sujets."
      />
      <div className="grid gap-6">
        <AddSounds memberId={actor.memberId} storyId={null} shown={ids} />
        <LibraryWays asked={asked} shelf={question.shelf} />
        {asked.apres && (
          <p>
            <ButtonLink href={libraryAddress({ ...asked, apres: null })} icon={<ArrowUp />}>
              Revenir aux plus récents
            </ButtonLink>
          </p>
        )}
        {sounds.length === 0 && (
          <EmptyState title={asked.q ? `Rien ne ressemble à « ${asked.q} »` : 'Rien ici pour l’instant'}>
            <p>{asked.q ? 'Essayez un autre mot, ou un autre rayon.' : empty}</p>
          </EmptyState>
        )}
        <KnownNameLists names={names} />
        <SoundList
          sounds={sounds}
          actor={actor}
          level={2}
          more={(sound, uses) => <SoundFacts sound={sound} uses={uses} />}
          aside={(sound) =>
            sound.deletedAt === null && <SoundSheet sound={sound} suggestion={suggestions.get(sound.id)} />
          }
        />
        {found.length > shownAtOnce && (
          <p>
            <ButtonLink
              href={libraryAddress({ ...asked, apres: sounds.at(-1)?.id ?? null })}
              icon={<ArrowDown />}
            >
              Voir la suite
            </ButtonLink>
          </p>
        )}
      </div>
    </>
  )
}
