'use client'
import { useMemo, useState } from 'react'
import { EmptyState } from '#app/_ui/empty-state.tsx'
import type { RundownState } from '#lib/rundown/rundown.server.ts'
import type { Sources } from '#lib/rundown/sources.server.ts'
import { AddBar } from './add-bar.tsx'
import { BinDialog } from './bin-dialog.tsx'
import type { Choices } from './choices.ts'
import { ColumnsDialog } from './columns-dialog.tsx'
import { HistoryDialog } from './history-dialog.tsx'
import { LineGrid } from './line-grid.tsx'
import { PeopleHere } from './people-here.tsx'
import { type Opened, RundownDialogs } from './rundown-dialogs.tsx'
import { RundownTools } from './rundown-tools.tsx'
import { RundownTotal } from './rundown-total.tsx'
import { StatusLine } from './status-line.tsx'
import { useAsked } from './use-asked.ts'
import { usePageKeys } from './use-page-keys.ts'
import { useRundown } from './use-rundown.ts'
import type { Frame } from './use-timed-lines.ts'

type Props = {
  episodeId: string
  memberId: string
  mayEdit: boolean
  initial: RundownState
  frame: Frame
  choices: Choices
  /** Names of the show's own columns. */
  own: readonly string[]
}

/** The rundown, live: what anybody does appears here, and what one does oneself shows at once. */
export function RundownEditor({ episodeId, memberId, mayEdit, initial, frame, choices, own }: Props) {
  const rundown = useRundown({ episodeId, memberId, initial, frame, own })
  const { live, view, desk, deskView, timed } = rundown
  const [opened, setOpened] = useState<Opened>(null)
  const [putOff, setPutOff] = useState<object | null>(null)
  const sources = useAsked<Sources>(episodeId, 'sources')
  const onKeys = useMemo(
    () => ({
      undo: () => mayEdit && desk.revisit('undo'),
      redo: () => mayEdit && desk.revisit('redo'),
      keys: () => setOpened('keys'),
    }),
    [desk, mayEdit],
  )
  usePageKeys(onKeys)
  const insert = () => {
    setOpened('insert')
    void sources.ask()
  }
  return (
    <section aria-label="Conducteur" className="@container grid grid-cols-1 gap-4">
      <div className="rundown-bar">
        <RundownTotal totalMs={timed.totalMs} targetMs={frame.targetMs} />
        <RundownTools
          desk={mayEdit ? desk : null}
          lacking={timed.lines.filter(({ lacks }) => lacks.length > 0).length}
          onlyLacking={rundown.onlyLacking}
          onFilter={() => rundown.setOnlyLacking(!rundown.onlyLacking)}
          onKeys={() => setOpened('keys')}
        >
          {mayEdit && <BinDialog episodeId={episodeId} live={live} zone={frame.zone} />}
          <HistoryDialog episodeId={episodeId} live={live} zone={frame.zone} mayEdit={mayEdit} />
          <ColumnsDialog own={own} hidden={rundown.hidden} mayEdit={mayEdit} />
        </RundownTools>
      </div>
      <PeopleHere people={rundown.people} />
      {rundown.news && <p className="text-small text-ink-2 print:hidden">{rundown.news}</p>}
      <EmptyNote lines={timed.lines.length} shown={rundown.shown.length} />
      {rundown.shown.length > 0 && (
        <LineGrid
          lines={rundown.shown}
          places={rundown.places}
          columns={rundown.columns}
          unsaved={view.unsaved}
          here={rundown.onLine}
          desk={desk}
          view={deskView}
          mayEdit={mayEdit}
        />
      )}
      <AddBar
        desk={mayEdit ? desk : null}
        count={deskView.selected.size}
        episodeId={episodeId}
        onAdd={insert}
        overMs={timed.totalMs - frame.targetMs}
        status={(mayEdit || !view.isOnline) && <StatusLine view={view} onClash={() => setPutOff(null)} />}
      />
      <p role="status" className="sr-only">
        {deskView.said}
      </p>
      <RundownDialogs
        episodeId={episodeId}
        rundown={rundown}
        memberId={memberId}
        opened={opened}
        putOff={putOff}
        sources={sources}
        choices={choices}
        own={own}
        beds={frame.beds}
        onInsert={insert}
        onClose={() => setOpened(null)}
        onPutOff={setPutOff}
      />
    </section>
  )
}

function EmptyNote({ lines, shown }: { lines: number; shown: number }) {
  if (shown > 0) return null
  if (lines > 0) return <p>Il ne manque rien : toutes les lignes sont complètes.</p>
  return (
    <EmptyState title="Le conducteur est vide">
      <p>Ajoutez une première ligne : le générique, ou ce qui vient en tête.</p>
    </EmptyState>
  )
}
