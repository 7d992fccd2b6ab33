'use client'
import { useState } from 'react'
import type { Choices } from './choices.ts'
import { LineForm } from './line-form.tsx'
import { MoveToWeek } from './move-to-week.tsx'
import type { RundownDesk } from './rundown-desk.ts'
import type { TimedLine } from './timed-line.ts'

type Props = {
  id: string
  episodeId: string
  lines: readonly TimedLine[]
  desk: RundownDesk
  choices: Choices
  own: readonly string[]
}

/** A line as a sheet. It shows the line as it was when it was opened: what others change meanwhile is compared when it is kept. */
export function OpenLine({ id, episodeId, lines, desk, choices, own }: Props) {
  const [line] = useState(() => lines.find((one) => one.id === id))
  const [seen] = useState(() => desk.line(id))
  if (!line) return <p>Cette ligne vient d’être retirée. Elle est dans la corbeille.</p>
  return (
    <>
      <LineForm
        line={line}
        choices={choices}
        own={own}
        onKeep={({ kind, id: _, ...rest }) => {
          desk.set(id, kind === line.kind ? rest : { kind, ...rest }, seen)
          desk.openLine(null)
        }}
      />
      <p className="mt-4">
        <MoveToWeek
          episodeId={episodeId}
          lineIds={[id]}
          name={line.title || 'Sans titre'}
          onMoved={() => desk.openLine(null)}
        />
      </p>
    </>
  )
}
