import { found } from '#app/_door/found.ts'
import { requireRight } from '#app/_door/session.ts'
import { StudioFrame } from '#app/_rundown/studio-frame.tsx'
import { episodeName } from '#app/regie/emissions/air-words.ts'
import { theDb } from '#lib/db/db.server.ts'
import { readEpisode } from '#lib/episode/episode.server.ts'
import { readAir } from '#lib/rundown/air.server.ts'
import { readRundownState } from '#lib/rundown/rundown.server.ts'
import { StudioClock } from './studio-clock.tsx'

export const metadata = { title: 'Horloge du studio' }

type Props = {
  params: Promise<{ id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** The clock on the studio's wall: read from afar, nothing to touch. */
export default async function Page({ params, searchParams }: Props) {
  const actor = await requireRight('rundown.read')
  const { id } = await params
  const isRehearsal = 'repetition' in (await searchParams)
  const db = theDb()
  const [episode, rundown, air] = await found(
    Promise.all([
      readEpisode(db, actor, id),
      readRundownState(db, actor, id),
      readAir(db, actor, id, isRehearsal),
    ]),
  )
  const back = { href: `/regie/emissions/${id}/antenne${isRehearsal ? '?repetition' : ''}`, label: 'Antenne' }
  return (
    <StudioFrame title={episodeName(episode)} back={back}>
      <StudioClock
        key={isRehearsal ? 'repetition' : 'antenne'}
        start={{ episodeId: id, rundown, air, isRehearsal }}
        zone={air.facts.zone}
      />
    </StudioFrame>
  )
}
