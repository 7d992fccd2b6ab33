import type { XmlChild } from '#lib/publishing/xml.ts'
import { xml } from '#lib/publishing/xml.ts'
import { archivePage, leftOutOfArchive, linkList } from './archive-html.ts'

type Entry = { path: string; words: string; more?: string }
export type ArchiveIndex = {
  showName: string
  description: string
  /** As people say it, "26 novembre 2026". */
  madeOn: string
  episodes: readonly Entry[]
  rundowns: readonly Entry[]
  stories: readonly Entry[]
  sounds: readonly Entry[]
  tables: readonly Entry[]
  /** Names of files that should be there and could not be found on the disk. */
  missing: readonly string[]
}

/** The first page of an archive: everything that is in it, and what is not. */
export function archiveIndex(index: ArchiveIndex): string {
  const { showName, description, madeOn, episodes, rundowns, stories, sounds, tables } = index
  return archivePage(
    showName,
    [
      xml('p', {}, description),
      xml(
        'p',
        {},
        `Tout ce que contenait La Bobine le ${madeOn}. Chaque lien ouvre un fichier de ce dossier\u00a0: rien n’est sur internet.`,
      ),
      ...missingNote(index.missing),
      ...linkList('Émissions publiées', episodes),
      ...linkList('Sujets', stories),
      ...linkList('Conducteurs', rundowns),
      ...linkList('Sons, tels qu’ils sont arrivés', sounds),
      ...linkList('Tableaux et données', tables),
      xml('h2', {}, 'Ce qui n’y est pas'),
      xml('ul', {}, ...leftOutOfArchive.map((words) => xml('li', {}, words))),
      xml('h2', {}, 'Remettre le podcast en ligne ailleurs'),
      xml(
        'p',
        {},
        'Déposez les dossiers «\u00a0audio\u00a0», «\u00a0chapitres\u00a0», «\u00a0transcription\u00a0», «\u00a0couverture\u00a0» et le fichier «\u00a0feed.xml\u00a0» sur un hébergement, à la même adresse qu’avant\u00a0: le flux marche tel quel.',
      ),
    ],
    '',
  )
}

function missingNote(missing: readonly string[]): XmlChild[] {
  if (missing.length === 0) return []
  return [
    xml('p', {}, xml('strong', {}, 'Attention\u00a0: '), 'ces fichiers n’étaient plus sur le disque.'),
    xml('ul', {}, ...missing.map((name) => xml('li', {}, name))),
  ]
}
