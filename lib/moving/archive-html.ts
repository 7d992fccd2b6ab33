import { htmlFragment, type XmlChild, xml } from '#lib/publishing/xml.ts'

const look =
  'body{font:1.1rem/1.5 system-ui,sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem;color:#1c1917;background:#fffdf8}a{color:#7a1f3d}audio{width:100%}li{margin:.35rem 0}table{border-collapse:collapse}td,th{border:1px solid #8a8178;padding:.3rem .6rem;text-align:left}'

/** A page of the archive: it works from a folder, without a server, a script or a font of its own. */
export function archivePage(
  title: string,
  main: readonly XmlChild[] | string,
  home = '../index.html',
): string {
  const words = typeof main === 'string' ? main : htmlFragment(main)
  const back = home === '' ? '' : htmlFragment([xml('p', {}, xml('a', { href: home }, 'Retour au sommaire'))])
  const name = htmlFragment([title || 'Sans titre'])
  return `<!doctype html>
<html lang="fr"><head><meta charset="utf-8"/><meta name="viewport" content="width=device-width, initial-scale=1"/>
<title>${name}</title><style>${look}</style></head>
<body><main><h1>${name}</h1>
${words}
</main>${back}</body></html>
`
}

/** A link within the archive, its path made safe for any sign. */
export function archiveLink(path: string, words: string): XmlChild {
  return xml('a', { href: path.split('/').map(encodeURIComponent).join('/') }, words || 'Sans titre')
}

/** A list of links under a heading; nothing where there is nothing. */
export function linkList(
  heading: string,
  links: readonly { path: string; words: string; more?: string }[],
): XmlChild[] {
  if (links.length === 0) return []
  const items = links.map(({ path, words, more }) =>
    xml('li', {}, archiveLink(path, words), more ? ` ${more}` : ''),
  )
  return [xml('h2', {}, `${heading} (${links.length})`), xml('ul', {}, ...items)]
}

/** What is not in an archive, and why: whoever opens it years later must not look for it. */
export const leftOutOfArchive = [
  'les adresses e-mail, les clés, les cartes et les appareils de chacun\u00a0: ils n’ouvrent que cette installation',
  'les signatures, les photos et les enregistrements qui prouvent les accords\u00a0: ils restent à l’abri\u00a0; la liste des réponses est là',
  'ce qui est à la corbeille',
  'les remarques de relecture et les anciennes versions des textes',
  'les copies de travail des sons\u00a0: elles se refabriquent à partir des originaux',
  'les chiffres d’écoute',
] as const
