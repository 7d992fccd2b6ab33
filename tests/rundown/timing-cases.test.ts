import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'bobine-cases-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** Runs the runner of timing cases as a person does, on a file of these cases. */
function run(cases: unknown): { lines: string[]; status: number | null } {
  const file = join(folder, 'cases.json')
  writeFileSync(file, JSON.stringify({ cases }))
  const runner = new URL('./cases.ts', import.meta.url).pathname
  const { stdout, status } = spawnSync(process.execPath, [runner, file], { encoding: 'utf8' })
  return { lines: stdout.trimEnd().split('\n'), status }
}

const minute = 60_000
const items = [
  { id: 'A', duration: 5 * minute },
  { id: 'B', duration: 10 * minute },
]
const script = [
  { at: 0, do: 'take', id: 'A' },
  { at: minute, do: 'add', ms: minute },
  { at: minute, do: 'pause' },
  { at: 2 * minute, do: 'resume' },
  { at: 2 * minute, do: 'edit', id: 'B', patch: { duration: minute } },
  { at: 2 * minute, do: 'move', id: 'A', to: 0 },
  { at: 2 * minute, do: 'observe' },
]
const live = [{ current: 'A', remaining: 5 * minute, offset: 2 * minute, rundownEnd: 8 * minute }]

test('cases that hold are counted, and nothing else is said', () =>
  expect(
    run([
      { id: 'L', area: 'live', input: { showStart: 0, items, script }, expected: { live } },
      {
        id: 'P',
        area: 'plan',
        input: { showStart: 0, items },
        expected: { plan: { plannedEnd: 15 * minute } },
      },
    ]),
  ).toEqual({ lines: ['2/2'], status: 0 }))

test('each mismatch is named with its place, and one makes the run fail', () =>
  expect(
    run([
      {
        id: 'P',
        area: 'plan',
        input: { showStart: 0, items },
        expected: { plan: { plannedEnd: 1, plannedStart: 0 } },
      },
      {
        id: 'B',
        area: 'backtime',
        input: { showStart: 0, showEnd: 20 * minute, items },
        expected: { backTime: { A: 5 * minute } },
      },
      { id: 'R', area: 'readtime', input: { cases: [{ words: 1 }] }, expected: { seconds: [1] } },
    ]),
  ).toEqual({
    lines: [
      'P plan.plannedEnd: expected 1, got 900000',
      'B backTime.B: expected undefined, got 600000',
      '1/3',
    ],
    status: 1,
  }))

test('what it cannot read fails that case, not the run', () => {
  const { lines, status } = run([
    { id: 'X', area: 'weather', input: {}, expected: {} },
    {
      id: 'Y',
      area: 'live',
      input: { showStart: 0, items, script: [{ at: 0, do: 'take', id: 'Z' }] },
      expected: {},
    },
    { id: 'Z', area: 'plan', input: { showStart: 'noon', items }, expected: {} },
  ])
  expect(lines[0]).toBe('X no such area: weather')
  expect(lines[1]).toContain('Item Z is not in the rundown')
  expect(lines.at(-1)).toBe('0/3')
  expect(status).toBe(1)
})
