import { cache } from 'react'
import { theDb } from '#lib/db/db.server.ts'
import { findShow, readLists, type Show } from '#lib/episode/show.server.ts'
import { Refusal } from '#lib/machine/refusal.ts'

// What the head of a page, its frame and its pieces ask of the show, each for itself: it is read once a request.

/** The show, as `findShow` answers it. */
export const currentShow = cache(() => findShow(theDb()))

/** The same, on a page that is there only with one. */
export async function theShow(): Promise<Show> {
  const show = await currentShow()
  if (!show) throw new Refusal('show.missing')
  return show
}

/** Its houses, rubrics and themes. */
export const currentLists = cache(() => readLists(theDb()))

/** The zone of its clocks. */
export const currentZone = async () => (await currentShow())?.timeZone ?? 'Europe/Paris'
