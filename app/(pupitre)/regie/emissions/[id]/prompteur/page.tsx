import { found } from '#app/_door/found.ts'
import { requireRight } from '#app/_door/session.ts'
import { episodeName } from '#app/regie/emissions/air-words.ts'
import { theDb } from '#lib/db/db.server.ts'
import { readEpisode } from '#lib/episode/episode.server.ts'
import { readAirLog } from '#lib/rundown/on-air.server.ts'
import { readRundownTexts } from '#lib/rundown/prompt.server.ts'
import { readRundownState } from '#lib/rundown/rundown.server.ts'
import { ShowPrompter } from './show-prompter.tsx'

type Props = { params: Promise<{ id: string }> }

export const metadata = { title: 'Prompteur' }

/** The whole show in large letters, in the order of its rundown. */
export default async function Page({ params }: Props) {
  const { id } = await params
  const actor = await requireRight('rundown.read', `/regie/emissions/${id}/prompteur`)
  const db = theDb()
  const [episode, rundown, texts, log] = await found(
    Promise.all([
      readEpisode(db, actor, id),
      readRundownState(db, actor, id),
      readRundownTexts(db, actor, id),
      readAirLog(db, actor, id),
    ]),
  )
  return <ShowPrompter title={episodeName(episode)} show={{ episodeId: id, rundown, texts, log }} />
}
