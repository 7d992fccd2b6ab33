import type { Db } from '#lib/db/db.server.ts'
import { writeCsv } from '#lib/machine/csv.ts'
import type { Paper } from '#lib/machine/http-paper.server.ts'
import type { Actor } from '#lib/people/can.ts'
import { printForms } from '#lib/rights/print-forms.server.ts'
import { readTimedEpisode, type TimedEpisode } from './as-run.server.ts'
import { readBroadcast } from './broadcast.server.ts'
import { readMissingForms } from './line-voices.server.ts'
import { musicOf } from './music-list.server.ts'
import { printRundown } from './print-rundown.server.ts'
import { printTexts } from './print-texts.server.ts'
import { cellText, musicSheet, rundownSheet, type Sheet } from './sheet.ts'
import { writeSheet } from './xlsx.server.ts'

type Asked = { db: Db; actor: Actor; episodeId: string; query: URLSearchParams }
type Maker = (asked: Asked) => Promise<Paper>

const types = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
  json: 'application/json; charset=utf-8',
}

const makers: Record<string, Maker> = {
  'rundown.csv': async ({ db, actor, episodeId }) => {
    const timed = await readTimedEpisode(db, actor, episodeId)
    return paper(timed, 'conducteur', 'csv', csvOf(sheetOf(timed)))
  },
  'rundown.xlsx': async ({ db, actor, episodeId }) => {
    const timed = await readTimedEpisode(db, actor, episodeId)
    return paper(timed, 'conducteur', 'xlsx', await writeSheet('Conducteur', sheetOf(timed)))
  },
  'musiques.csv': async ({ db, actor, episodeId }) => {
    const timed = await readTimedEpisode(db, actor, episodeId)
    const music = await musicOf(db, timed)
    return paper(timed, 'musiques', 'csv', csvOf(musicSheet(music, timed.show.timeZone)))
  },
  'conducteur.pdf': async ({ db, actor, episodeId }) => {
    const timed = await readTimedEpisode(db, actor, episodeId)
    return paper(timed, 'conducteur', 'pdf', await printRundown(timed))
  },
  'accords.pdf': async ({ db, actor, episodeId }) => {
    const timed = await readTimedEpisode(db, actor, episodeId)
    const { show, subjects } = await readMissingForms(db, actor, episodeId)
    const { name: author, language } = show
    return paper(timed, 'accords', 'pdf', await printForms(subjects, { author, language }))
  },
  'textes.pdf': async ({ db, actor, episodeId, query }) => {
    const timed = await readTimedEpisode(db, actor, episodeId)
    const isLarge = query.get('taille') === '18'
    return paper(timed, 'textes', 'pdf', await printTexts(db, timed, isLarge))
  },
}

const frozen = /^broadcasts\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.json$/

/** Who makes the file of this name; undefined when there is none of it. */
export function findPaper(what: string): Maker | undefined {
  const [, id] = frozen.exec(what) ?? []
  if (id) return (asked) => frozenPaper(asked, id)
  return Object.hasOwn(makers, what) ? makers[what] : undefined
}

/** The very text that the fingerprint is of. */
async function frozenPaper({ db, actor, episodeId }: Asked, id: string): Promise<Paper> {
  const { content, text } = await readBroadcast(db, actor, episodeId, id)
  const { show, episode } = content
  const day = content.frozen.at.slice(0, 10)
  const name = `${show.name} - numéro ${episode.number} - ${episode.airDate} - copie du ${day}.json`
  return { name, type: types.json, bytes: Buffer.from(text) }
}

function paper(timed: TimedEpisode, what: string, ending: 'csv' | 'xlsx' | 'pdf', bytes: Uint8Array): Paper {
  const { show, episode } = timed
  const name = `${show.name} - numéro ${episode.number} - ${episode.airDate} - ${what}.${ending}`
  return { name, type: types[ending], bytes }
}

function sheetOf({ show, episode, rundown, plan, compared, showStart }: TimedEpisode): Sheet {
  const { timeZone: zone, rundownColumns: columns } = show
  const { targetMs: slotMs, isRecorded } = episode
  return rundownSheet({ lines: rundown.lines, plan, compared, showStart, slotMs, zone, isRecorded, columns })
}

const csvOf = ({ headings, rows }: Sheet) =>
  Buffer.from(writeCsv([headings, ...rows.map((row) => row.map(cellText))]))
