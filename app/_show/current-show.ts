import { cache } from 'react'
import { theDb } from '#lib/db/db.server.ts'
import { findShow, readLists } from '#lib/episode/show.server.ts'

// What the head of a page, its frame and its pieces ask of the show, each for itself: it is read once a request.

/** The show, as `findShow` answers it. */
export const currentShow = cache(() => findShow(theDb()))

/** Its houses, rubrics and themes. */
export const currentLists = cache(() => readLists(theDb()))

/** The zone of its clocks. */
export const currentZone = async () => (await currentShow())?.timeZone ?? 'Europe/Paris'
