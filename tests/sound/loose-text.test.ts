import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { loosePattern, looseText } from '#lib/sound/loose-text.ts'
import { testDatabase } from '#tests/database.ts'

const radio = testDatabase()

test.each([
  ['L’Été à Noël', "l'ete a noel"],
  ['E\u0301te\u0301', 'ete'],
  ['Cœur, Œuvre, Æon, Straße', 'coeur, oeuvre, aeon, strasse'],
  ['ÇÀ ET LÀ — là', 'ca et la - la'],
  ['Dvořák, Škoda, Łódź, Đorđe, Ørsted', 'dvorak, skoda, lodz, dorde, orsted'],
  ['Ελλάδα Привет', 'ελλαδα привет'],
  ['Nguyễn', 'nguyen'],
  ['%_\\ 🎺', '%_\\ 🎺'],
])('%j is compared as %j, here and in PostgreSQL', async (text, loose) => {
  expect(looseText(text)).toBe(loose)
  expect(await finds(loose, text)).toBe(true)
  expect(await finds(text, loose)).toBe(true)
  expect(await finds(text.toUpperCase(), text)).toBe(true)
})

test.each([
  ['ete', 'tee'],
  ['a.c', 'abc'],
  ['a*', 'b'],
  ['(', ')'],
  ['[a-z]', 'b'],
  ['\\w', 'w'],
  ['^', 'a'],
  ['$', 'a'],
  ['***=x', 'x'],
  ['(?i)', 'i'],
])('%j is not in %j', async (word, text) => {
  expect(await finds(word, text)).toBe(false)
  expect(await finds(word, `… ${word} …`)).toBe(true)
})

test('every sign and letter finds itself', async () => {
  const all = Array.from({ length: 0x2100 - 0x21 }, (_, n) => String.fromCodePoint(n + 0x21))
  // A lone accent is compared as nothing, a space parts two words; some letters are always two signs.
  const letters = all.filter(
    (letter) => looseText(letter).trim() !== '' && letter.normalize('NFC') === letter,
  )
  const patterns = letters.map(loosePattern)
  const { rows } = await radio.db.execute(
    sql`select letter from unnest(${sql.param(letters)}::text[], ${sql.param(patterns)}::text[]) as t (letter, pattern) where not letter ~ pattern`,
  )
  expect(rows).toEqual([])
})

async function finds(word: string, text: string): Promise<boolean> {
  const { rows } = await radio.db.execute(sql`select ${text}::text ~ ${loosePattern(word)} as found`)
  return rows[0]?.found === true
}
