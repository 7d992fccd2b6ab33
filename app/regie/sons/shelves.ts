import { z } from 'zod'
import { imagingWords } from '#app/_sound/sound-words.ts'
import type { ImagingKind } from '#lib/db/schema.ts'
import type { LibraryQuestion, Shelf } from '#lib/sound/library.server.ts'

type ShelfWords = { shelf: Shelf; address: string; label: string; empty: string }

export const everything: ShelfWords = {
  shelf: 'all',
  address: 'tout',
  label: 'Tous',
  empty: 'Le premier son peut être petit.',
}

export const shelves: readonly ShelfWords[] = [
  everything,
  {
    shelf: 'imaging',
    address: 'habillage',
    label: 'Habillage',
    empty: 'Générique, virgule, tapis : déposez-les, puis dites « habillage » sur leur fiche.',
  },
  {
    shelf: 'music',
    address: 'musiques',
    label: 'Musiques',
    empty: 'Déposez une musique, puis dites « musique » sur sa fiche.',
  },
  { shelf: 'bin', address: 'corbeille', label: 'Corbeille', empty: 'La corbeille est vide.' },
]

/** What the address of the library asks for; anything strange in it is as if it were not there. */
export type Asked = { voir: string; genre: string; q: string; apres: string | null }

const asked = z.object({
  voir: z.string().catch(everything.address),
  genre: z.string().catch(''),
  q: z.string().max(200).catch(''),
  apres: z.uuid().nullable().catch(null),
})

const kinds: readonly { genre: string; label: string; imaging: ImagingKind }[] = [
  { genre: 'generique', label: imagingWords.theme.label, imaging: 'theme' },
  { genre: 'jingle', label: imagingWords.ident.label, imaging: 'ident' },
  { genre: 'virgule', label: imagingWords.sting.label, imaging: 'sting' },
  { genre: 'tapis', label: imagingWords.bed.label, imaging: 'bed' },
]
const toComplete = 'a-completer'

/** A part of a shelf; `empty` is said instead of the shelf's own words when nothing is in it. */
type Part = { genre: string; label: string; empty?: string }

/** The parts of a shelf that one can look at alone, the whole first; none where there are none. */
export function partsOf(shelf: Shelf): readonly Part[] {
  if (shelf === 'imaging') return [{ genre: '', label: 'Tout l’habillage' }, ...kinds]
  if (shelf !== 'music') return []
  return [
    { genre: '', label: 'Toutes les musiques' },
    { genre: toComplete, label: 'À compléter', empty: 'Toutes les fiches sont complètes.' },
  ]
}

/** An address as a person or a link wrote it → the shelf, and what is asked of the library. */
export function readAsked(parameters: unknown): {
  asked: Asked
  question: LibraryQuestion
  empty: string
} {
  const given = asked.parse(parameters)
  const open = shelves.find(({ address }) => address === given.voir) ?? everything
  const part = partsOf(open.shelf).find(({ genre }) => genre === given.genre)
  const genre = part?.genre ?? ''
  const question = {
    shelf: open.shelf,
    imaging: open.shelf === 'imaging' ? (kinds.find((kind) => kind.genre === genre)?.imaging ?? null) : null,
    isIncomplete: genre === toComplete,
    search: given.q,
    after: given.apres,
  }
  return { asked: { ...given, voir: open.address, genre }, question, empty: part?.empty ?? open.empty }
}

/** The address of a shelf, or of where one reads on in it. */
export function libraryAddress({ voir, genre = '', q = '', apres = null }: Partial<Asked>): string {
  const parameters = { voir, genre, q: q.trim(), apres }
  const kept = Object.entries(parameters).flatMap(([name, value]) => (value ? [[name, value]] : []))
  return `/regie/sons?${new URLSearchParams(kept)}`
}
