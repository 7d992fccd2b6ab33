import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'bobine-cases-'))
afterAll(() => rmSync(folder, { recursive: true }))

type Answer = { lines: string[]; status: number | null }

/** Runs the runner of timing cases as a person does, on a file of these cases. */
function run(cases: unknown): Answer {
  const file = join(folder, 'cases.json')
  writeFileSync(file, JSON.stringify({ cases }))
  return runFile(file)
}

function runFile(file: string): Answer {
  const runner = new URL('./cases.ts', import.meta.url).pathname
  const { stdout, status } = spawnSync(process.execPath, [runner, file], { encoding: 'utf8' })
  return { lines: stdout.trimEnd().split('\n'), status }
}

test('our own cases hold, each worked out on paper from the rules', () => {
  const { lines, status } = runFile(new URL('./own-cases.json', import.meta.url).pathname)
  expect(lines).toEqual(['117/117'])
  expect(status).toBe(0)
})

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

test('what a case leaves out has its usual meaning, and what it says besides is passed over', () =>
  expect(
    run([
      {
        id: 'P',
        area: 'plan',
        note: 'no show start: the first hard start is one',
        input: { items: [{ id: 'A', fixedStart: 7, duration: 5, colour: 'red', skip: null }] },
        expected: { plan: { items: { A: { start: 7, end: 12 } } } },
      },
      { id: 'E', area: 'plan', input: { showStart: 3 }, expected: { plan: { plannedEnd: null } } },
      {
        id: 'L',
        area: 'live',
        input: {
          showStart: 0,
          mode: null,
          items: [...items, { id: 'C', duration: minute, skip: true }],
          script: [
            { at: 0, do: 'observe' },
            { at: 0, do: 'take', by: 'Bastien' },
            { at: 0, do: 'edit', id: 'C', skip: false },
            { at: 0, do: 'move', id: 'C', before: 'B' },
            { at: 0, do: 'observe' },
          ],
        },
        expected: {
          live: [
            { current: null, rundownEnd: 15 * minute },
            {
              current: 'A',
              phase: 'default',
              expected: {
                C: { start: 5 * minute, end: 6 * minute },
                B: { start: 6 * minute, end: 16 * minute },
              },
            },
          ],
        },
      },
      { id: 'S', area: 'slot', input: { now: 5, items }, expected: { overUnder: 0 } },
      {
        id: 'T',
        area: 'slot',
        input: {
          now: 9 * minute,
          slot: { end: 20 * minute },
          items: [
            { id: 'A', duration: 5 * minute, played: 5 * minute },
            { id: 'B', duration: 10 * minute, takenAt: 5 * minute },
          ],
        },
        expected: { remaining: 6 * minute, overUnder: -5 * minute, asPlayedTotal: 15 * minute },
      },
      {
        id: 'Z',
        area: 'dst',
        input: { zone: 'Europe/Paris', startLocal: '2026-03-29T02:30:15' },
        expected: { endLocal: '2026-03-29T03:30:15' },
      },
      {
        id: 'R',
        area: 'readtime',
        input: { cases: [{ words: 150, wpm: null }] },
        expected: { seconds: [60] },
      },
    ]),
  ).toEqual({ lines: ['7/7'], status: 0 }))
