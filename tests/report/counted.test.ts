import { expect, test } from 'vitest'
import { type Answered, listening } from '#lib/report/counted.ts'

const whole: Answered = {
  method: 'GET',
  status: 200,
  range: undefined,
  agent: 'AntennaPod/3.4.0',
  address: '90.12.34.56',
  bytes: 1_000_000,
}

test.each<[string, Partial<Answered>, string | null]>([
  ['the whole', {}, 'AntennaPod'],
  ['a part', { status: 206, range: 'bytes=0-99999' }, 'AntennaPod'],
  ['from somewhere on', { status: 206, range: 'bytes=500000-' }, 'AntennaPod'],
  ['IPv6', { address: '2a01:e0a:1:2::3' }, 'AntennaPod'],
  ['no address', { address: '' }, 'AntennaPod'],
  ['only the headers', { method: 'HEAD', bytes: 0 }, null],
  ['unchanged', { status: 304, bytes: 0 }, null],
  ['a part that is not there', { status: 416, bytes: 0 }, null],
  ['a file that is gone', { status: 410, bytes: 60 }, null],
  ['trying out parts', { status: 206, range: 'bytes=0-1', bytes: 2 }, null],
  ['trying out parts, oddly written', { status: 206, range: ' Bytes = 0-1 ', bytes: 2 }, null],
  ['left before the first byte', { bytes: 0 }, null],
  ['a machine', { agent: 'curl/8.9.1' }, null],
  ['no name', { agent: undefined }, null],
  ['a data centre', { address: '5.9.12.34' }, null],
])('%s', (_what, differs, app) => expect(listening({ ...whole, ...differs })).toBe(app))
