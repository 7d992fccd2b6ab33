import { readFileSync } from 'node:fs'
import { builtFile } from './radio.ts'
import type { Reply, Visitor } from './visitor.ts'

export type BuiltAction = { id: string; name: string; page: string }
type Manifest = { node: Record<string, { exportedName: string; workers: Record<string, unknown> }> }

const nobody = '00000000-0000-4000-8000-000000000000'

/** Every server action of the build, with a page that it may be sent to. */
export function builtActions(): BuiltAction[] {
  const manifest: Manifest = JSON.parse(
    readFileSync(builtFile('server/server-reference-manifest.json'), 'utf8'),
  )
  return Object.entries(manifest.node).map(([id, { exportedName, workers }]) => ({
    id,
    name: exportedName,
    page: pathOf(Object.keys(workers)[0] ?? 'app/page'),
  }))
}

/** `app/(atelier)/sujets/[id]/page` → `/sujets/<an id that nobody has>`. */
function pathOf(worker: string): string {
  const parts = worker.split('/').slice(1, -1)
  const seen = parts.filter((part) => !/^\(.*\)$/.test(part))
  return `/${seen.map((part) => (/^\[/.test(part) ? nobody : part)).join('/')}`
}

/** React's own wire form of `(null, given)`: JSON, with a second `$` before a text's first. */
export function callAction(
  visitor: Visitor,
  { id, page }: BuiltAction,
  given: unknown,
  headers: Record<string, string> = {},
): Promise<Reply> {
  const body = JSON.stringify([null, given], (_key, value) =>
    typeof value === 'string' && value.startsWith('$') ? `$${value}` : value,
  )
  return visitor.ask(page, {
    method: 'POST',
    headers: {
      'next-action': id,
      'content-type': 'text/plain;charset=UTF-8',
      accept: 'text/x-component',
      ...headers,
    },
    body,
  })
}

/** The same as a browser without script sends it: fields of a form. */
export function postForm(
  visitor: Visitor,
  { id, page }: BuiltAction,
  fields: readonly (readonly [string, string])[],
): Promise<Reply> {
  const form = [[`1_`, ''], ...fields]
  const boundary = 'x-bobine-hostile'
  const parts = [
    part('0', '[null,"$K1"]'),
    ...form.slice(1).map(([name = '', value = '']) => part(`1_${name}`, value)),
  ]
  function part(name: string, value: string) {
    return `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
  }
  return visitor.ask(page, {
    method: 'POST',
    headers: {
      'next-action': id,
      'content-type': `multipart/form-data; boundary=${boundary}`,
      accept: 'text/x-component',
    },
    body: `${parts.join('')}--${boundary}--\r\n`,
  })
}
