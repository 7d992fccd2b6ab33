export type LogLevel = 'info' | 'warn' | 'error'

/** What every line has by itself: a fact of the same name would hide it. */
type Named = { at?: never; level?: never; what?: never }
/** Facts of a line: never tokens, bodies or whole addresses. */
export type LogFacts = Readonly<Record<string, string | number | boolean | null>> & Named

/** An error and its causes, one sentence each, first the newest. */
export function causes(error: unknown): string[] {
  const told: string[] = []
  for (let e: unknown = error; e !== undefined && e !== null && told.length < 8; ) {
    told.push(e instanceof Error ? `${e.name}: ${e.message}` : String(e))
    e = e instanceof Error ? e.cause : undefined
  }
  return told
}

/** One JSON line, as machines read it. `atMs` is epoch milliseconds. */
export function logLine(
  level: LogLevel,
  what: string,
  facts: LogFacts,
  atMs: number,
  error?: unknown,
): string {
  const line: Record<string, unknown> = { at: new Date(atMs).toISOString(), level, what, ...facts }
  if (error !== undefined) {
    line.causes = causes(error)
    if (error instanceof Error && error.stack)
      line.stack = error.stack
        .split('\n')
        .slice(1, 8)
        .map((s) => s.trim())
  }
  return JSON.stringify(line)
}
