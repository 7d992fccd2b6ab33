import { describe, expect, test } from 'vitest'
import { ruleWords } from '#app/regie/modeles/rule-words.ts'
import { choiceOf, ruleOf } from '#lib/time/rule-choice.ts'

describe('a rule in words, and back from what was chosen', () => {
  test.each([
    [null, 'à la case de l’émission'],
    ['FREQ=WEEKLY;BYDAY=FR', 'chaque semaine le vendredi'],
    ['FREQ=WEEKLY;BYDAY=TU,FR', 'chaque semaine le mardi et le vendredi'],
    ['FREQ=WEEKLY;BYDAY=MO,WE,FR', 'chaque semaine le lundi, le mercredi et le vendredi'],
    [
      'DTSTART:20260904\nRRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=FR',
      'un vendredi sur deux, à partir du 4 septembre 2026',
    ],
    ['FREQ=WEEKLY;INTERVAL=3;BYDAY=SA', 'un samedi sur trois'],
    ['FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,FR', 'une semaine sur deux, le mardi et le vendredi'],
    ['FREQ=MONTHLY;BYDAY=1SA', 'le premier samedi du mois'],
    ['FREQ=MONTHLY;BYDAY=-1TH', 'le dernier jeudi du mois'],
  ])('%s', (rule, words) => {
    const choice = choiceOf(rule)
    expect(choice.kind).not.toBe('kept')
    expect(ruleWords(choice)).toBe(words)
    expect(ruleOf(choice)).toBe(rule)
  })

  test.each([
    'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29',
    'FREQ=WEEKLY;INTERVAL=6;BYDAY=FR',
    'FREQ=WEEKLY;BYDAY=FR;UNTIL=20270101',
    'FREQ=MONTHLY;BYDAY=1SA,3SA',
    'FREQ=WEEKLY;BYDAY=FR;WKST=SU',
  ])('%s is shown as it is, and kept', (rule) => {
    const choice = choiceOf(rule)
    expect(choice).toEqual({ kind: 'kept', rule })
    expect(ruleWords(choice)).toContain(rule)
    expect(ruleOf(choice)).toBe(rule)
  })
})
