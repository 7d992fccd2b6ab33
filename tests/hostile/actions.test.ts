import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { attempts } from '#lib/db/schema.ts'
import { type BuiltAction, builtActions, callAction, postForm } from './actions.ts'
import { furnish } from './furnished.ts'
import { poisons } from './poisons.ts'
import { isBuilt, type Radio, startRadio } from './radio.ts'
import type { Reply, Visitor } from './visitor.ts'

const each = (isBuilt ? builtActions() : [])
  // It ends the session that the others need; the door's tests press it.
  .filter(({ name }) => name !== 'leaveAction')
  .map((action) => [action.name, action] as const)
const openToVisitors = new Set(['askLinkAction', '$$RSC_SERVER_ACTION_0'])
const openToResidents = new Set([
  'createStoryAction',
  'makeCalendarAction',
  'dropCalendarAction',
  'keepReadingTestAction',
  'forgetPaceAction',
])

describe.skipIf(!isBuilt)('the server actions of the build', () => {
  let radio: Radio
  let visitor: Visitor
  let boss: Visitor & { memberId: string }
  let resident: Visitor & { memberId: string }
  let given: Record<string, Record<string, unknown>>
  beforeAll(async () => {
    radio = await startRadio()
    visitor = radio.visitor()
    boss = await radio.member('coordination', 'Nadia')
    resident = await radio.member('resident', 'Fatiha')
    given = await furnish(radio, boss.memberId)
  })
  afterAll(() => radio?.stop())

  const honest = ({ name }: BuiltAction) => given[name] ?? {}

  test.each(each)('%s does nothing for a visitor', async (name, action) => {
    for (const input of [null, {}, honest(action)]) {
      const reply = await callAction(visitor, action, input)
      expect(trouble(reply, name)).toBeNull()
      if (!openToVisitors.has(name)) expect(reply.text).toContain('Vous n’êtes plus connecté')
    }
  })

  test.each(each)('%s does for a resident only what a resident may', async (name, action) => {
    const reply = await callAction(resident, action, honest(action))
    expect(trouble(reply, name)).toBeNull()
    if (openToVisitors.has(name) || openToResidents.has(name)) return
    expect(reply.text).toContain('"ok":false')
    expect(reply.headers['x-action-redirect']).toBeUndefined()
  })

  test.each(each)('%s: every field poisoned, one after the other', async (name, action) => {
    const troubles: (string | null)[] = []
    for (const [what, poison] of poisons) {
      troubles.push(trouble(await callAction(boss, action, poison), `${name} ← ${what}`))
      for (const field of Object.keys(honest(action))) {
        await radio.db.delete(attempts)
        const reply = await callAction(boss, action, { ...honest(action), [field]: poison })
        troubles.push(trouble(reply, `${name} ${field} ← ${what}`))
      }
    }
    expect(troubles.filter(Boolean)).toEqual([])
  })

  test.each(each)('%s as a form: strange names, twice the same, many fields', async (name, action) => {
    const fields = Object.entries(honest(action)).map(([field, value]) => [field, String(value)] as const)
    const forms: (readonly (readonly [string, string])[])[] = [
      [],
      ['__proto__', 'constructor', 'toString', '', '[]', '$ACTION', '$1'].map((field) => [field, '$K9']),
      fields.map(([field]) => [field, 'a\0b']),
      [...fields, ...fields],
      fields.map(([field, value]) => [`${field}[]`, value]),
      Array.from({ length: 900 }, (_, n) => [`champ-${n}`, 'x']),
    ]
    const troubles: (string | null)[] = []
    for (const form of forms) {
      const what = `${name} ${JSON.stringify(form).slice(0, 80)}`
      troubles.push(trouble(await postForm(boss, action, form), what))
    }
    expect(troubles.filter(Boolean)).toEqual([])
  })

  test('after all that the pages still stand', async () => {
    const pages = ['', '/emissions', '/parametres', '/personnes', '/sons'].map((page) => `/regie${page}`)
    for (const page of [
      ...pages,
      '/',
      '/sujets',
      '/sujets/corbeille',
      '/ma-bobine',
      '/feed.xml',
      '/emissions',
    ]) {
      const reply = await boss.ask(page)
      expect(reply.status, page).toBe(200)
      expect(reply.text, page).not.toContain('onclick="x"')
    }
  })
})

/** Null for a calm answer: no 5xx, no error that flew, and every word of it French. */
function trouble(reply: Reply, what: string): string | null {
  if (reply.status >= 500) return `${what}: ${reply.status} ${reply.text.slice(0, 200)}`
  if (/^\w+:E\{"digest":"(?!NEXT_)/m.test(reply.text)) return `${what}: an error flew`
  const english = sayings(reply).find((one) =>
    /\b(Invalid|expected|Too (small|big)|Unrecognized|required)\b/.test(one),
  )
  return english ? `${what}: "${english}"` : null
}

/** The words of an answer: its sentence and those beside its fields. */
function sayings({ text }: Reply): string[] {
  const [, json] = /^\w+:(\{"ok":.*\})$/m.exec(text) ?? []
  const { words, fields = {} } = json ? JSON.parse(json) : { words: null }
  return [words, ...Object.values(fields)].filter((one): one is string => typeof one === 'string')
}
