import { describe, expect, test } from 'vitest'
import { readLineForm } from '#app/regie/emissions/[id]/conducteur/line-fields.ts'
import { bareLine, type Fields } from '#lib/rundown/patch.ts'

const clip = '0d9c1d3a-5c0a-4c8e-9a53-000000000001'
const line: Fields = {
  ...bareLine,
  kind: 'clip',
  title: 'Les citrons',
  plannedMs: 70_400,
  extra: { Ancienne: 'x' },
}

/** What the form of `line` sends when nothing is touched, with `changes` on top; null takes a field out. */
function form(changes: Record<string, string | null> = {}): FormData {
  const plain = {
    ...{ kind: 'clip', title: 'Les citrons', who: '', notes: '', planned: '1:10', storyId: '', clipId: '' },
    ...{ goesTo: 'both', bedId: '', joinMs: '0', fixedStart: '', fixedEnd: '', hitTime: '' },
  }
  const sent = new FormData()
  for (const [name, value] of Object.entries({ ...plain, ...changes }))
    if (value !== null) sent.set(name, value)
  return sent
}
const read = (changes: Record<string, string | null>, own: string[] = []) =>
  readLineForm(form(changes), line, own)

describe('the form of a line', () => {
  test.each([
    ['nothing touched', {}, {}],
    ['another title', { title: ' Le jus ' }, { title: 'Le jus' }],
    ['another length', { planned: '2 min' }, { plannedMs: 120_000 }],
    ['no length: the sound brings its own', { planned: '' }, { plannedMs: 0 }],
    ['a sound joined: it brings its length', { clipId: clip }, { clipId: clip }],
    ['hours', { fixedStart: '18:05', hitTime: '18:20:30' }, { fixedStart: '18:05:00', hitTime: '18:20:30' }],
    [
      'put aside, ending on time',
      { isSkipped: 'on', countToEnd: 'on' },
      { isSkipped: true, countToEnd: true },
    ],
    ['a crossfade', { joinMs: '-2000' }, { joinMs: -2000 }],
  ])('%s', (_what, changes, fields) => expect(read(changes)).toEqual({ fields: { kind: 'clip', ...fields } }))

  test('what cannot be understood is said beside its field, all of it at once', () => {
    expect(read({ planned: 'long', fixedEnd: '25:00' })).toEqual({
      errors: { planned: expect.stringContaining('1:30'), fixedEnd: expect.stringContaining('18:30') },
    })
  })

  test('the show’s own columns are kept by their names, those out of sight too', () => {
    expect(read({ 'extra.0': '2', 'extra.1': '' }, ['Micro', 'Décor'])).toEqual({
      fields: { kind: 'clip', extra: { Ancienne: 'x', Micro: '2' } },
    })
  })

  test('a new line says only what was filled in', () => {
    const fields = { kind: 'voice', title: 'Au revoir', plannedMs: 45_000 }
    expect(readLineForm(form({ kind: 'voice', title: 'Au revoir', planned: '45 s' }), null, [])).toEqual({
      fields,
    })
  })
})
