import type { KnownNames } from '#lib/sound/music.server.ts'

/** The lists that fields name to offer what is on other sheets. */
export const knownNames: Record<keyof KnownNames, string> = {
  performers: 'interpretes-connus',
  authors: 'auteurs-connus',
  labels: 'labels-connus',
}

/** Names that stand on sheets already: once on a page, for all its fields. */
export function KnownNameLists({ names }: { names: KnownNames }) {
  return (
    <>
      <NameList id={knownNames.performers} names={names.performers} />
      <NameList id={knownNames.authors} names={names.authors} />
      <NameList id={knownNames.labels} names={names.labels} />
    </>
  )
}

function NameList({ id, names }: { id: string; names: readonly string[] }) {
  return (
    <datalist id={id}>
      {names.map((name) => (
        <option key={name} value={name} />
      ))}
    </datalist>
  )
}
