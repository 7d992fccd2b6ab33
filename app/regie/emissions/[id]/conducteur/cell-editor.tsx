'use client'
import { CircleAlert } from 'lucide-react'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { type Cell, cellLimit, cellText, typedFields } from './cell-text.ts'
import type { RundownDesk } from './rundown-desk.ts'
import type { TimedLine } from './timed-line.ts'

type Props = { line: TimedLine; cell: Cell; label: string; desk: RundownDesk }

/** A cell while it is written. Enter and Tab keep, Escape leaves; what cannot be understood stays as it was typed. */
export function CellEditor({ line, cell, label, desk }: Props) {
  const [seen] = useState(() => desk.line(line.id))
  const [error, setError] = useState<string | null>(null)
  const input = useRef<HTMLInputElement>(null)
  const isLeft = useRef(false)
  const id = useId()
  useEffect(() => input.current?.select(), [])

  const keep = (): boolean => {
    const fields = typedFields(seen ?? line, cell, input.current?.value ?? '')
    if (typeof fields === 'string') {
      setError(fields)
      return false
    }
    isLeft.current = true
    desk.set(line.id, fields, seen)
    return true
  }
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation()
    if (event.key === 'Escape') {
      isLeft.current = true
      desk.leaveCell(true)
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault()
      if (keep()) desk.leaveCell(true)
    } else if (event.key === 'Tab') {
      event.preventDefault()
      if (keep()) desk.editNext(event.shiftKey ? -1 : 1)
    }
  }
  return (
    <span className="grid w-full gap-1">
      <input
        ref={input}
        // biome-ignore lint/a11y/noAutofocus: the person has just asked to write here
        autoFocus
        aria-label={label}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? id : undefined}
        defaultValue={cellText(line, cell)}
        maxLength={cellLimit(cell)}
        autoComplete="off"
        onKeyDown={onKeyDown}
        onChange={() => setError(null)}
        onBlur={() => !isLeft.current && keep() && desk.leaveCell(false)}
        className="min-h-12 w-full min-w-0 rounded-tag border-2 border-ink bg-surface px-2 text-ink aria-invalid:border-error"
      />
      {error && (
        <span id={id} role="alert" className="flex items-start gap-1 text-small font-bold text-error">
          <CircleAlert size={20} />
          {error}
        </span>
      )}
    </span>
  )
}
