import { type KeyboardEvent, type ReactNode, useLayoutEffect, useRef } from 'react'

type Props = { label: string; onLeave: () => void; children: ReactNode }

const steps: Record<string, number> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }

/** Tools in a row: one Tab stop for all, arrows between them, Escape back to the text. */
export function ToolRow({ label, onLeave, children }: Props) {
  const row = useRef<HTMLDivElement>(null)
  const last = useRef<Element | null>(null)
  const settle = () => {
    const tools = toolsIn(row.current)
    const stop = tools.find((tool) => tool === last.current) ?? tools[0]
    for (const tool of tools) tool.tabIndex = tool === stop ? 0 : -1
  }
  useLayoutEffect(settle)
  const move = (event: KeyboardEvent) => {
    if (event.key === 'Escape') return onLeave()
    const tools = toolsIn(row.current)
    const at = tools.findIndex((tool) => tool.matches(':focus'))
    const next = event.key === 'Home' ? 0 : event.key === 'End' ? tools.length - 1 : nextOf(event.key, at)
    if (next === null) return
    event.preventDefault()
    tools[(next + tools.length) % tools.length]?.focus()
  }
  return (
    <div
      ref={row}
      role="toolbar"
      aria-label={label}
      className="editor-toolbar"
      onKeyDown={move}
      onFocus={(event) => {
        last.current = event.target
        settle()
      }}
    >
      {children}
    </div>
  )
}

function nextOf(key: string, at: number): number | null {
  const step = steps[key]
  return step === undefined ? null : at + step
}

/** Those that are shown: on a phone the rare ones are not. */
function toolsIn(row: HTMLElement | null): HTMLButtonElement[] {
  return [...(row?.querySelectorAll('button') ?? [])].filter((tool) => tool.offsetParent !== null)
}
