const nobody = '00000000-0000-4000-8000-000000000000'
const horror = '<b onclick="x">Tom & "Jerry\'s" ]]> <!-- --> &amp; {{7*7}} 🎺 é́́́\u202e\u200b %s'

/** What a person may type or a machine may send where a word is expected. */
export const poisons: [string, unknown][] = [
  ['nothing', null],
  ['a negative number', -1],
  ['a huge number', 1e308],
  ['a number beyond the database', 2 ** 31],
  ['a half', 0.5],
  ['an empty text', ''],
  ['5 000 characters', 'x'.repeat(5000)],
  ['300 kB', 'é'.repeat(150_000)],
  ['NUL', 'a\0b'],
  ['only NUL', '\0'],
  ['half a character', 'a\ud800b'],
  ['control characters', '\u0001\u0008\u000b\u001f\u007f\u0085\ufffe\uffff'],
  ['markup', horror],
  ['a year without calendar', '0000-00-00'],
  ['year nought', '0000-01-01'],
  ['the last year', '9999-12-31'],
  ['an hour that is none', '99:99'],
  ['abc', 'abc'],
  ['an id that nobody has', nobody],
  ['an object', { $ne: 1 }],
  ['a list', ['a', -1, null]],
  ['a deep list', JSON.parse('['.repeat(500) + ']'.repeat(500))],
  ['true', true],
  ['a key of all objects', JSON.parse('{"__proto__":{"role":"coordination"},"constructor":1}')],
]
