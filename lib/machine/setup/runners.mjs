import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { run } from './programs.mjs'

/** A runner that hangs is ended: CI must close with a sum, not with silence. */
const limitMs = 60 * 60_000

/** A check that passes or fails as a whole counts as one test. Its output is shown when it is over. */
export async function check(name, command, args, env) {
  const since = Date.now()
  const { code, text } = await run(command, args, { env, timeoutMs: limitMs })
  process.stdout.write(`\n── ${name} (${seconds(since)})\n${text.trim() || 'nothing to say'}\n`)
  return { name, passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 }
}

/** A test runner that shows its own progress and leaves a JSON report, read by `count`. */
export async function suite(name, command, args, env, count) {
  process.stdout.write(`\n── ${name}\n`)
  const room = mkdtempSync(join(tmpdir(), 'bobine-report-'))
  const report = join(room, 'report.json')
  const since = Date.now()
  const { code } = await run(command, args(report), {
    env: { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
    tee: process.stdout,
    timeoutMs: limitMs,
  })
  const sums = honest(countOf(report, count), code)
  rmSync(room, { recursive: true, force: true })
  process.stdout.write(`── ${name}: ${sums.passed} passed, ${sums.failed} failed (${seconds(since)})\n`)
  return { name, ...sums }
}

const seconds = (since) => `${Math.round((Date.now() - since) / 1000)} s`

function countOf(report, count) {
  try {
    return count(JSON.parse(readFileSync(report, 'utf8')))
  } catch (error) {
    process.stdout.write(`No report to count from: ${error.message}\n`)
    return { passed: 0, failed: 1, skipped: 0 }
  }
}

/** A runner that failed without a failed test, or that executed none, is a failure of its own. */
export function honest({ passed, failed, skipped }, code) {
  const unexplained = failed === 0 && (code !== 0 || passed === 0)
  return { passed, failed: unexplained ? 1 : failed, skipped }
}

/** Sums of Vitest's JSON report; a file that could not even be read is one failure. */
export function countVitest({ numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults }) {
  const unread = testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0)
  return {
    passed: numPassedTests,
    failed: numFailedTests + unread.length,
    skipped: numPendingTests + numTodoTests,
  }
}

/** Sums of Playwright's JSON report; a test that passed only when tried again counts as failed. */
export function countPlaywright({ stats: { expected, unexpected, flaky, skipped } }) {
  return { passed: expected, failed: unexpected + flaky, skipped }
}

/** The closing line: `N passed, N failed`, with the skipped only when there are any. */
export function closingLine(results) {
  const sum = (key) => results.reduce((total, result) => total + result[key], 0)
  const skipped = sum('skipped')
  return `${sum('passed')} passed, ${sum('failed')} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}
