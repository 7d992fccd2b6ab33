'use client'
import { memo, type ReactNode } from 'react'
import { Clock } from '#app/_ui/clock.tsx'
import { CellEditor } from './cell-editor.tsx'
import { type Cell, cellText } from './cell-text.ts'
import type { Columns } from './columns.ts'
import { GridCell } from './grid-cell.tsx'
import { kindWords } from './kind-words.tsx'
import { LineHandle, LineMore, LinePick } from './line-buttons.tsx'
import { LineWhat } from './line-what.tsx'
import { Readiness } from './readiness.tsx'
import type { RundownDesk } from './rundown-desk.ts'
import type { TimedLine } from './timed-line.ts'

type Props = {
  line: TimedLine
  index: number
  columns: Columns
  isReachable: boolean
  isSelected: boolean
  isUnsaved: boolean
  isDragged: boolean
  /** Where what is dragged would be put. */
  drop: 'before' | 'after' | null
  editing: Cell | null
  /** Names of those who are on this line. */
  here: string
  /** Null for whoever only reads. */
  desk: RundownDesk | null
}

/**
 * One line: a row of the table on a computer, a card on a phone or in large text (its container measures in letters).
 * What is done to it is told by its `data-act` and `data-cell`, which the table hears.
 */
export const LineRow = memo(function LineRow(props: Props) {
  const { line, index, columns, isSelected, desk } = props
  const tab = props.isReachable ? 0 : -1
  const cell = (name: Cell, at: string, label: string, shown: ReactNode) => (
    <GridCell key={name} cell={name} at={at}>
      {props.editing === name && desk ? (
        <CellEditor line={line} cell={name} label={label} desk={desk} />
      ) : (
        shown
      )}
    </GridCell>
  )
  return (
    // biome-ignore lint/a11y/useSemanticElements: a card on a phone is no table row, and says what it is all the same
    <div
      role="row"
      data-line={line.id}
      data-drop={props.drop ?? undefined}
      data-dragged={props.isDragged || undefined}
      aria-selected={desk ? isSelected : undefined}
      aria-rowindex={index + 2}
      tabIndex={tab}
      className={`rundown-row border-l-8 ${kindWords[line.kind].edge}`}
    >
      {desk && <LineHandle tab={tab} title={line.title} />}
      {desk ? (
        <LinePick tab={tab} number={index + 1} isSelected={isSelected} />
      ) : (
        <GridCell at="rundown-number">{index + 1}</GridCell>
      )}
      <GridCell at="rundown-start">
        <span>
          <span className="sr-only">Début prévu </span>
          {line.startsAt}
        </span>
        {line.backAt && (
          <span className="rundown-back">
            <span className="sr-only">Au plus tard à </span>
            <span aria-hidden="true">≤ </span>
            {line.backAt}
          </span>
        )}
      </GridCell>
      <GridCell cell="title" at="rundown-what">
        {props.editing === 'title' && desk ? (
          <CellEditor line={line} cell="title" label="Titre" desk={desk} />
        ) : (
          <LineTitle line={line} />
        )}
        <LineWhat line={line} isUnsaved={props.isUnsaved} here={props.here} />
      </GridCell>
      {columns.who && cell('who', 'rundown-who', 'Qui', line.who)}
      {cell('planned', 'rundown-length', 'Durée', <Clock durationMs={line.plannedMs} />)}
      {columns.ends && (
        <GridCell at="rundown-ends">
          <span className="sr-only">Finit à </span>
          {line.endsAt}
        </GridCell>
      )}
      {columns.lacks && (
        <GridCell at="rundown-lacks">
          <Readiness line={line} />
        </GridCell>
      )}
      {columns.own.map((name) => cell(`extra:${name}`, 'rundown-own', name, cellText(line, `extra:${name}`)))}
      {desk && <LineMore tab={tab} />}
    </div>
  )
})

function LineTitle({ line: { title, isSkipped } }: { line: TimedLine }) {
  return (
    <p data-title className={`font-bold [overflow-wrap:anywhere] ${isSkipped ? 'line-through' : ''}`}>
      {title || 'Sans titre'}
    </p>
  )
}
