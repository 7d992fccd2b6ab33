import { found } from '#app/_door/found.ts'
import { requireRight } from '#app/_door/session.ts'
import { StudioFrame } from '#app/_rundown/studio-frame.tsx'
import { episodeName } from '#app/regie/emissions/air-words.ts'
import { theDb } from '#lib/db/db.server.ts'
import { readEpisode } from '#lib/episode/episode.server.ts'
import { readAir, readSpokenTexts } from '#lib/rundown/air.server.ts'
import { readDirectLinks } from '#lib/rundown/direct.server.ts'
import { readRundownState } from '#lib/rundown/rundown.server.ts'
import { AirDesk } from './air-desk.tsx'
import { DirectLinks } from './direct-links.tsx'
import { KeyHelp } from './key-help.tsx'

export const metadata = { title: 'Antenne' }

type Props = {
  params: Promise<{ id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** The show on air, for whoever calls it: what is on, what comes, and one button for the next line. */
export default async function Page({ params, searchParams }: Props) {
  const actor = await requireRight('rundown.read')
  const { id } = await params
  const isRehearsal = 'repetition' in (await searchParams)
  const db = theDb()
  const [episode, rundown, air, texts, links] = await found(
    Promise.all([
      readEpisode(db, actor, id),
      readRundownState(db, actor, id),
      readAir(db, actor, id, isRehearsal),
      readSpokenTexts(db, actor, id),
      readDirectLinks(db, actor, id),
    ]),
  )
  const back = { href: `/regie/emissions/${id}/conducteur`, label: 'Conducteur' }
  return (
    <StudioFrame title={episodeName(episode)} back={back} aside={<KeyHelp />}>
      <AirDesk
        key={isRehearsal ? 'repetition' : 'antenne'}
        start={{ episodeId: id, rundown, air, isRehearsal }}
        texts={texts}
        zone={air.facts.zone}
      >
        <DirectLinks
          episodeId={id}
          links={links.map(({ createdAt, usedAt, ...link }) => ({
            ...link,
            madeAt: createdAt.getTime(),
            isUsed: usedAt !== null,
          }))}
          zone={air.facts.zone}
          isRehearsal={isRehearsal}
        />
      </AirDesk>
    </StudioFrame>
  )
}
