import { type Columns, hideable } from './columns.ts'

/** The heads of the columns; there where lines are rows. */
export function LineHead({ columns, mayEdit }: { columns: Columns; mayEdit: boolean }) {
  const heads = [
    mayEdit && { at: 'rundown-handle', words: 'Déplacer', isQuiet: true },
    { at: 'rundown-number', words: 'N°' },
    { at: 'rundown-start', words: 'Début ≤ au plus tard' },
    { at: 'rundown-what', words: 'Élément' },
    columns.who && { at: 'rundown-who', words: hideable.who },
    { at: 'rundown-length', words: 'Durée' },
    columns.ends && { at: 'rundown-ends', words: hideable.ends },
    columns.lacks && { at: 'rundown-lacks', words: hideable.lacks },
    ...columns.own.map((words) => ({ at: 'rundown-own', words })),
    mayEdit && { at: 'rundown-menu', words: 'Changer', isQuiet: true },
  ].filter((head): head is { at: string; words: string; isQuiet?: boolean } => Boolean(head))
  return (
    // biome-ignore lint/a11y/useSemanticElements: the head of what is no table on a phone
    // biome-ignore lint/a11y/useFocusableInteractive: nothing is done at it
    <div role="row" className="rundown-head" aria-rowindex={1}>
      {heads.map(({ at, words, isQuiet }) => (
        // biome-ignore lint/a11y/useSemanticElements: as its row
        // biome-ignore lint/a11y/useFocusableInteractive: nothing is done at it
        <div key={`${at} ${words}`} role="columnheader" className={at}>
          <span className={isQuiet ? 'sr-only' : ''}>{words}</span>
        </div>
      ))}
    </div>
  )
}
