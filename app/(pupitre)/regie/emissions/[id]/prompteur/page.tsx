import { found } from '#app/_door/found.ts'
import { requireRight } from '#app/_door/session.ts'
import { episodeName } from '#app/regie/emissions/air-words.ts'
import { theDb } from '#lib/db/db.server.ts'
import { readEpisode } from '#lib/episode/episode.server.ts'
import { readAirLog } from '#lib/rundown/on-air.server.ts'
import { readRundownTexts } from '#lib/rundown/prompt.server.ts'
import { readRundownState } from '#lib/rundown/rundown.server.ts'
import { ShowPrompter } from './show-prompter.tsx'

type Props = {
  params: Promise<{ id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const metadata = { title: 'Prompteur' }

/** The whole show in large letters, in the order of its rundown. */
export default async function Page({ params, searchParams }: Props) {
  const { id } = await params
  const isRehearsal = 'repetition' in (await searchParams)
  const actor = await requireRight('rundown.read', `/regie/emissions/${id}/prompteur`)
  const db = theDb()
  const [episode, rundown, texts, log] = await found(
    Promise.all([
      readEpisode(db, actor, id),
      readRundownState(db, actor, id),
      readRundownTexts(db, actor, id),
      readAirLog(db, actor, id, isRehearsal),
    ]),
  )
  const title = isRehearsal ? `Répétition : ${episodeName(episode)}` : episodeName(episode)
  return (
    <ShowPrompter
      key={isRehearsal ? 'repetition' : 'antenne'}
      title={title}
      show={{ episodeId: id, rundown, texts, log, isRehearsal }}
    />
  )
}
