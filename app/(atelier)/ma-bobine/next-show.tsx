import { currentShow } from '#app/_show/current-show.ts'
import { airWords } from '#app/regie/emissions/air-words.ts'
import { theDb } from '#lib/db/db.server.ts'
import { findNextEpisode } from '#lib/episode/episode.server.ts'

/** When the show is on air next, and where; nothing while nobody knows. */
export async function NextShow() {
  const show = await currentShow()
  const next = show && (await findNextEpisode(theDb(), show, new Date()))
  if (!next) return null
  return (
    <p className="text-ink-2">
      Prochaine émission : {airWords(next)}
      {show.station && `, sur ${show.station}`}.
    </p>
  )
}
