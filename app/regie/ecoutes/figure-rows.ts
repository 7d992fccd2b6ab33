import type { Figures } from '#lib/report/figures.server.ts'
import type { Line } from '#lib/report/figures.ts'
import { isMonth } from '#lib/report/period.ts'
import { lineWords, periodWords, restOfApps, restOfEpisodes, stepWords, toldWords } from './figure-words.ts'

/** The figures as rows of a table: what is counted, of what, how many. The same as on the page, no finer. */
export function figureRows({ period, total, steps, episodes, apps, rubrics }: Figures): string[][] {
  const rows = (what: string, lines: readonly Line[], rest = '') =>
    lines.map((line) => [what, lineWords(line, rest), cell(toldWords(line.told))])
  return [
    ['Tableau', 'Ligne', 'Téléchargements'],
    ['Total', periodWords(period), cell(toldWords(total))],
    ...steps.map(({ step, told }) => [
      isMonth(period) ? 'Jour' : 'Mois',
      isMonth(period) ? step : stepWords(step),
      cell(toldWords(told)),
    ]),
    ...rows('Numéro', episodes, restOfEpisodes),
    ...rows('Application', apps, restOfApps),
    ...rows('Rubrique', rubrics),
  ]
}

/** Spreadsheets add up figures only without the space of thousands. */
const cell = (words: string) => words.replace(/(?<=\d)\s(?=\d)/g, '')
