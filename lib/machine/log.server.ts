import { type LogFacts, logLine } from './log.ts'

/** Structured log on standard error: one JSON line each, so that standard output stays for people. */
export const log = {
  info: (what: string, facts: LogFacts = {}) => write(logLine('info', what, facts, Date.now())),
  warn: (what: string, facts: LogFacts = {}, error?: unknown) =>
    write(logLine('warn', what, facts, Date.now(), error)),
  error: (what: string, error: unknown, facts: LogFacts = {}) =>
    write(logLine('error', what, facts, Date.now(), error)),
}

function write(line: string) {
  process.stderr.write(`${line}\n`)
}
