import { looseText } from '#lib/sound/loose-text.ts'

/** What a column of a brought file becomes: a field of the lines, a column of the show's own, or nothing. */
export const columnChoices = [
  'title',
  'kind',
  'who',
  'duration',
  'notes',
  'goesTo',
  'fixedStart',
  'fixedEnd',
  'hitTime',
  'skipped',
  'own',
  'none',
] as const
export type Column = (typeof columnChoices)[number]

/** A brought file as a table of text. */
export type Table = { headings: string[]; rows: string[][] }

/** `none`: what we work out ourselves, and would be wrong as soon as a line moves. */
const headingsOf: Record<Exclude<Column, 'own'>, string> = {
  title:
    'titre,title,sujet,element,item,cue,nom,name,intitule,libelle,description,contenu,content,slug,segment,subject,story',
  kind: 'genre,type,kind,nature,categorie,category,rubrique type,format,element type',
  who: 'qui,who,voix,intervenant,intervenants,presentateur,presenter,speaker,invite,invites,guest,guests,personne,auteur,author,animation,talent',
  duration:
    'duree,duration,length,dur,duree prevue,minutage,temps,timing,est duration,estimated duration,planned,prevu,duree estimee,time allotted,trt,runtime',
  notes:
    'notes,note,remarques,remarque,commentaire,commentaires,comment,comments,consignes,technique,details,instructions,remarks',
  goesTo: 'ou,where,diffusion,antenne podcast,destination,goes to',
  fixedStart: 'debut impose,heure fixe,debut fixe,hard start,fixed start,hard in,heure imposee',
  fixedEnd: 'fin imposee,fin fixe,hard end,fixed end,hard out',
  hitTime: 'heure repere,repere,hit time,hit',
  skipped: 'sautee,saute,skip,skipped,passee,non diffusee',
  none: 'n,no,num,numero,number,index,ordre,order,id,#,debut,start,time start,start time,in,heure de debut,heure debut,fin,end,end time,out,finit a,heure de fin,heure fin,a rebours,back time,backtime,back-time,reel,actual,actual duration,cumul,total',
}

const known = new Map(
  Object.entries(headingsOf).flatMap(([column, names]) =>
    names.split(',').map((name) => [name, column as Exclude<Column, 'own'>] as const),
  ),
)

/** A heading without capitals, accents, marks and what stands in brackets: `Durée (mm:ss)`, `Invité(e)s`. */
function bare(heading: string): string {
  const told = heading.replace(/(?<=\p{L})\(\p{L}{1,3}\)/gu, '').replace(/\(.*?\)|\[.*?\]/g, ' ')
  return looseText(told)
    .replace(/[^\p{L}\p{N}#]+/gu, ' ')
    .trim()
}

/** What a heading says by itself; null when it is none that we know. */
export function knownColumn(heading: string): Exclude<Column, 'own'> | null {
  return known.get(bare(heading)) ?? null
}

/** What each column is likely to be. Each field is taken once; what nobody knows is kept as a column of the show's own. */
export function guessColumns({ headings, rows }: Table): Column[] {
  const taken = new Set<Column>()
  return headings.map((heading, index) => {
    const column = knownColumn(heading) ?? 'own'
    const isEmpty = rows.every((row) => (row[index] ?? '').trim() === '')
    if (column === 'none' || (column === 'own' && (isEmpty || heading.trim() === ''))) return 'none'
    if (taken.has(column)) return 'own'
    if (column !== 'own') taken.add(column)
    return column
  })
}

/** Where the headings are looked for: above them some files have a title and a date. */
const mostAbove = 15

/**
 * Finds the headings in a sheet: the first row in which two are known, else one. A file without headings gets
 * `Colonne 1`, `Colonne 2` …; empty rows go.
 */
export function tableOf(cells: readonly (readonly string[])[]): Table {
  const rows = cells
    .map((row) => row.map((cell) => cell.trim()))
    .filter((row) => row.some((cell) => cell !== ''))
  const width = Math.max(0, ...rows.map(({ length }) => length))
  const whole = rows.map((row) => Array.from({ length: width }, (_, index) => row[index] ?? ''))
  const found = headingRow(whole)
  if (found < 0) return { headings: whole[0]?.map((_, index) => `Colonne ${index + 1}`) ?? [], rows: whole }
  return { headings: named(whole[found] ?? []), rows: whole.slice(found + 1) }
}

function headingRow(rows: readonly (readonly string[])[]): number {
  const start = rows.slice(0, mostAbove)
  const knows = (row: readonly string[]) => row.filter((heading) => knownColumn(heading) !== null).length
  const sure = start.findIndex((row) => knows(row) >= 2)
  return sure >= 0 ? sure : start.findIndex((row) => knows(row) === 1)
}

/** Headings that can be told apart: an empty one and a second of the same name get their number. */
function named(headings: readonly string[]): string[] {
  return headings.map((heading, index) => {
    const name = heading.replace(/\s+/g, ' ').slice(0, 60) || `Colonne ${index + 1}`
    return headings.indexOf(heading) === index || heading === ''
      ? name
      : `${name.slice(0, 54)} (${index + 1})`
  })
}
