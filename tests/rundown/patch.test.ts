import { describe, expect, test } from 'vitest'
import { firstUnforeseen, foreseen } from '#lib/rundown/foresee.ts'
import { bareLine, type Line, movedBehind, patched, stepsBetween } from '#lib/rundown/patch.ts'
import { overwritten, undoStacks } from '#lib/rundown/undo.ts'

const line = (id: string, fields: Partial<Line> = {}): Line => ({
  ...bareLine,
  id,
  version: 1,
  kind: 'voice',
  title: id,
  plannedMs: 60_000,
  ...fields,
})
const lines = (ids: string) => [...ids].map((id) => line(id))
const order = (list: readonly Line[]) => list.map(({ id }) => id).join('')

describe('the steps from one version to the next', () => {
  test.each([
    ['abcd', 'abcd', []],
    ['abcd', 'bcda', [{ move: 'a', after: 'd', version: 2 }]],
    ['abcd', 'dabc', [{ move: 'd', after: null, version: 2 }]],
    ['abcd', 'abd', [{ gone: 'c' }]],
    ['abc', 'abxc', [{ put: line('x', { version: 2 }), after: 'b' }]],
    ['', 'x', [{ put: line('x', { version: 2 }), after: null }]],
  ])('%s → %s', (before, after, steps) => {
    expect(stepsBetween(lines(before), lines(after))).toEqual(steps)
  })

  test('of two neighbours that changed places, the one that was dragged has moved', () => {
    expect(stepsBetween(lines('ab'), lines('ba'), new Set(['b']))).toEqual([
      { move: 'b', after: null, version: 2 },
    ])
    expect(stepsBetween(lines('ab'), lines('ba'), new Set(['a']))).toEqual([
      { move: 'a', after: 'b', version: 2 },
    ])
  })

  test('only the fields that changed are told', () => {
    const before = [line('a', { extra: { Micro: '1' } }), line('b')]
    const after = [
      line('a', { extra: { Micro: '1' }, title: 'Agenda' }),
      line('b', { extra: { Micro: '2' } }),
    ]
    expect(stepsBetween(before, after)).toEqual([
      { set: 'a', fields: { title: 'Agenda' }, version: 2 },
      { set: 'b', fields: { extra: { Micro: '2' } }, version: 2 },
    ])
  })

  test('in any two rundowns they lead from the one to the other, and back', () => {
    let seed = 7
    const roll = (sides: number) => {
      seed = (seed * 48_271) % 2_147_483_647
      return seed % sides
    }
    const letters = 'abcdefghijklmnop'
    const draw = () =>
      [...letters]
        .filter(() => roll(4) > 0)
        .map((id) => ({ id, at: roll(1000) }))
        .toSorted((a, b) => a.at - b.at)
        .map(({ id }) => line(id, { title: `${roll(3)}` }))
    const shape = (list: readonly Line[]) => list.map(({ id, title }) => `${id}${title}`)
    for (let n = 0; n < 500; n++) {
      const [before, after] = [draw(), draw()]
      const moved = new Set([...letters].filter(() => roll(5) === 0))
      const steps = stepsBetween(before, after, moved)
      const there = patched(before, steps)
      expect(shape(there)).toEqual(shape(after))
      expect(shape(patched(there, stepsBetween(after, before, moved)))).toEqual(shape(before))
      for (const { id, version } of there) {
        const was = before.find((one) => one.id === id)
        const touched = steps.some(
          (step) => ('set' in step && step.set === id) || ('move' in step && step.move === id),
        )
        if (was) expect(version).toBe(touched ? was.version + 1 : was.version)
      }
    }
  })

  test('a step about a line that is not there changes nothing', () => {
    const list = lines('ab')
    expect(patched(list, [{ set: 'z', fields: { title: 'x' }, version: 3 }, { gone: 'z' }])).toEqual(list)
    expect(order(patched(list, [{ move: 'a', after: 'z', version: 2 }]))).toBe('ba')
  })
})

describe('moving several lines', () => {
  test.each([
    ['abcde', 'bd', 'e', 'acebd'],
    ['abcde', 'bd', null, 'bdace'],
    ['abcde', 'db', 'a', 'abdce'],
    ['abcde', 'bcd', 'c', 'abcde'],
    ['abcde', 'ab', 'a', 'abcde'],
    ['abcde', 'abcde', 'c', 'abcde'],
  ])('%s: %s behind %s gives %s', (all, ids, after, expected) => {
    expect(order(movedBehind(lines(all), new Set(ids), after))).toBe(expected)
  })

  test('the screen foresees what the server will make of it', () => {
    const seen = [
      { id: 'b', version: 1 },
      { id: 'd', version: 1 },
    ]
    expect(order(foreseen(lines('abcde'), { do: 'move', lines: seen, after: 'e' }))).toBe('acebd')
    expect(order(foreseen(lines('abc'), { do: 'bin', ids: ['b'] }))).toBe('ac')
  })

  test('says what it cannot show before the server has done it', () => {
    expect(firstUnforeseen([])).toBeNull()
    expect(firstUnforeseen([{ do: 'bin', ids: ['b'] }])).toBeNull()
    expect(firstUnforeseen([{ do: 'bin', ids: ['b'] }, { do: 'undo' }, { do: 'redo' }])).toBe('undo')
  })
})

describe('what a person can take back', () => {
  const made = (version: number) => ({ version, what: 'edited', revisits: null })
  const undone = (version: number, revisits: number) => ({ version, what: 'undone', revisits })
  const redone = (version: number, revisits: number) => ({ version, what: 'redone', revisits })

  test.each([
    ['nothing yet', [], { undo: [], redo: [] }],
    ['two changes', [made(1), made(4)], { undo: [1, 4], redo: [] }],
    ['the latest taken back', [made(1), made(4), undone(5, 4)], { undo: [1], redo: [4] }],
    ['both taken back', [made(1), made(4), undone(5, 4), undone(6, 1)], { undo: [], redo: [4, 1] }],
    [
      'one done again',
      [made(1), made(4), undone(5, 4), undone(6, 1), redone(7, 1)],
      { undo: [1], redo: [4] },
    ],
    ['a new change makes it final', [made(1), made(4), undone(5, 4), made(8)], { undo: [1, 8], redo: [] }],
  ])('%s', (_what, log, stacks) => expect(undoStacks(log)).toEqual(stacks))

  test('not what somebody else has changed since', () => {
    const steps = [{ set: 'a', fields: { title: 'Agenda' }, version: 2 }]
    expect(overwritten([line('a', { title: 'Agenda', who: 'Karim' })], steps)).toBeNull()
    expect(overwritten([line('a', { title: 'Bal' })], steps)).toMatchObject({ title: 'Bal' })
    expect(overwritten([], steps)).toBeNull()
  })
})
