import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { looseSql } from '#lib/sound/library.server.ts'
import { looseText } from '#lib/sound/loose-text.ts'
import { testDatabase } from '#tests/database.ts'

const radio = testDatabase()

test.each([
  ['L’Été à Noël', "l'ete a noel"],
  ['E\u0301te\u0301', 'ete'],
  ['Cœur, Œuvre, Æon, Straße', 'coeur, oeuvre, aeon, strasse'],
  ['ÇÀ ET LÀ — là', 'ca et la - la'],
  ['Dvořák, Škoda, Łódź, Đorđe', 'dvorak, skoda, lodz, dorde'],
  ['Ελλάδα Привет Ένα', 'ελλαδα привет ενα'],
  ['Nguyễn', 'nguyen'],
  ['%_\\ 🎺', '%_\\ 🎺'],
])('%j is compared as %j, here and in PostgreSQL', async (text, loose) => {
  expect(looseText(text)).toBe(loose)
  const { rows } = await radio.db.execute(sql`select ${looseSql(sql`${text}::text`)} as loose`)
  expect(rows).toEqual([{ loose }])
})

test('every letter is folded alike here and in PostgreSQL', async () => {
  const letters = Array.from({ length: 0x2000 - 0x20 }, (_, n) => String.fromCodePoint(n + 0x20)).join('')
  const { rows } = await radio.db.execute(sql`select ${looseSql(sql`${letters}::text`)} as loose`)
  expect(rows).toEqual([{ loose: looseText(letters) }])
})
