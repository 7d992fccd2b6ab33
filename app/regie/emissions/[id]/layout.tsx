import { FileAudio, ListOrdered, Podcast, RadioTower, SquarePen, UsersRound } from 'lucide-react'
import type { ReactNode } from 'react'
import { found } from '#app/_door/found.ts'
import { requireRight } from '#app/_door/session.ts'
import { PageHeader } from '#app/_ui/page-header.tsx'
import { airWords, episodeName } from '#app/regie/emissions/air-words.ts'
import { EpisodeBadge } from '#app/regie/emissions/episode-card.tsx'
import { theDb } from '#lib/db/db.server.ts'
import { readEpisode } from '#lib/episode/episode.server.ts'
import { EpisodeSteps } from './episode-steps.tsx'

type Props = { params: Promise<{ id: string }>; children: ReactNode }

/** The head of an episode's pages: its name, its hour, and the steps from idea to podcast. */
export default async function Layout({ params, children }: Props) {
  const actor = await requireRight('rundown.read')
  const { id } = await params
  const episode = await found(readEpisode(theDb(), actor, id))
  const at = `/regie/emissions/${id}`
  const steps = [
    { href: at, label: 'Fiche', icon: <SquarePen /> },
    { href: `${at}/conducteur`, label: 'Conducteur', icon: <ListOrdered /> },
    { href: `${at}/antenne`, label: 'Antenne', icon: <RadioTower /> },
    { href: `${at}/accords`, label: 'Accords', icon: <UsersRound /> },
    { href: `${at}/pad`, label: 'Fabriquer', icon: <FileAudio /> },
    { href: `${at}/publier`, label: 'Publier', icon: <Podcast /> },
  ]
  return (
    <>
      <div className="print:hidden">
        <PageHeader
          title={episodeName(episode)}
          back={{ href: '/regie/emissions', label: 'Émissions' }}
          facts={
            <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
              <p className="text-ink-2">
                N° {episode.number} · {airWords(episode)}
              </p>
              <EpisodeBadge episode={episode} />
            </div>
          }
        />
        <EpisodeSteps steps={actor.role === 'coordination' ? steps : steps.slice(1, 3)} />
      </div>
      {children}
    </>
  )
}
