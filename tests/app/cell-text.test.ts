import { expect, test } from 'vitest'
import { cellText, notADuration, typedFields } from '#app/regie/emissions/[id]/conducteur/cell-text.ts'

const line = { title: 'Agenda', who: 'Karim', plannedMs: 90_400, extra: { Micro: '2' } }

test.each([
  ['title', 'Agenda'],
  ['who', 'Karim'],
  ['planned', '1:30'],
  ['extra:Micro', '2'],
  ['extra:Décor', ''],
] as const)('the cell %s says « %s »', (cell, text) => expect(cellText(line, cell)).toBe(text))

test.each([
  ['title', ' Agenda ', {}],
  ['title', ' L’agenda ', { title: 'L’agenda' }],
  ['title', '', { title: '' }],
  // The milliseconds that the screen does not show are not lost by looking at them.
  ['planned', '1:30', {}],
  ['planned', '90 s', {}],
  ['planned', "5'30", { plannedMs: 330_000 }],
  ['planned', '', { plannedMs: 0 }],
  ['planned', 'cinq minutes', notADuration],
  ['planned', '5:75', notADuration],
  ['extra:Micro', '3', { extra: { Micro: '3' } }],
  ['extra:Micro', ' ', { extra: {} }],
  ['extra:Décor', 'Table', { extra: { Micro: '2', Décor: 'Table' } }],
] as const)('into the cell %s, « %s » typed is %j', (cell, typed, fields) =>
  expect(typedFields(line, cell, typed)).toEqual(fields))
