/**
 * Runs a file of timing cases through the rundown's timing and says where they differ:
 * `npm run -s cases:rundown -- FILE`. Ends with `N/M`; exit code 1 unless all of them agree.
 */
import { readFileSync } from 'node:fs'
import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import { areas } from './case-areas.ts'

/** Maps whose keys are items: one more in ours than in the case is a mistake too. */
const complete = /\.(expected|backTime)$/

/** Each place where `actual` does not hold what the case expects. The case may leave fields out. */
function mismatches(expected: unknown, actual: unknown, place = ''): string[] {
  if (!isRecord(expected) || !isRecord(actual) || Array.isArray(expected) !== Array.isArray(actual)) {
    // JSON knows no −0, so the two zeros are one.
    const same = expected === actual || isDeepStrictEqual(expected, actual)
    return same
      ? []
      : [`${place.slice(1)}: expected ${JSON.stringify(expected)}, got ${JSON.stringify(actual)}`]
  }
  const strict = Array.isArray(expected) || complete.test(place)
  const names = strict ? new Set([...Object.keys(expected), ...Object.keys(actual)]) : Object.keys(expected)
  return [...names].flatMap((name) => mismatches(expected[name], actual[name], `${place}.${name}`))
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

const timingCase = z.object({ id: z.string(), area: z.string(), input: z.unknown(), expected: z.unknown() })

function differences({ area, input, expected }: z.infer<typeof timingCase>): string[] {
  const run = areas[area]
  if (!run) return [`no such area: ${area}`]
  try {
    return mismatches(expected, run(input))
  } catch (cause) {
    return [cause instanceof z.ZodError ? z.prettifyError(cause) : String(cause)]
  }
}

function runFile(file: string): void {
  const { cases } = z.object({ cases: z.array(timingCase) }).parse(JSON.parse(readFileSync(file, 'utf8')))
  let agreed = 0
  for (const each of cases) {
    const found = differences(each)
    if (found.length === 0) agreed += 1
    for (const difference of found) process.stdout.write(`${each.id} ${difference}\n`)
  }
  process.stdout.write(`${agreed}/${cases.length}\n`)
  process.exitCode = agreed === cases.length ? 0 : 1
}

const [file] = process.argv.slice(2)
if (file) runFile(file)
else {
  process.stderr.write('Which file of cases? npm run -s cases:rundown -- FILE\n')
  process.exitCode = 1
}
