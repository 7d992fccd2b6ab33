import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { describe, expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')
const files = [...walk('lib'), ...walk('app')].filter((file) => /\.tsx?$/.test(file))
const sources = new Map(files.map((file) => [file, readFileSync(join(root, file), 'utf8')]))
const imports = new Map(files.map((file) => [file, importsOf(file)]))

/** The rooms in the order of the week: each may use the earlier ones, `db` and `machine`. */
const week = [
  'time',
  'people',
  'episode',
  'story',
  'sound',
  'rights',
  'rundown',
  'master',
  'publishing',
  'moving',
  'report',
  'example',
]
const ground = ['db', 'machine']

describe('the house', () => {
  test('a room uses earlier rooms, db and machine, never a later one', () => {
    expect(broken((from, to) => !(roomOf(from) && roomOf(to)) || mayUse(roomOf(from), roomOf(to)))).toEqual(
      [],
    )
  })

  test('lib knows neither app, nor next, nor react', () => {
    const foreign = /^(next|react|react-dom)(\/|$)/
    const starts = (file: string) => file === 'lib/server.ts'
    expect(
      broken(
        (from, to) =>
          !from.startsWith('lib/') || starts(from) || !(to.startsWith('app/') || foreign.test(to)),
      ),
    ).toEqual([])
  })

  test('a pure file reaches no node module, no .server file, no clock and no chance', () => {
    const pure = files.filter(
      (file) =>
        roomOf(file) && file.endsWith('.ts') && !file.endsWith('.server.ts') && file !== 'lib/db/schema.ts',
    )
    const impure = pure.filter((file) => {
      const reaches = runtimeImports(file).some((to) => to.startsWith('node:') || to.includes('.server'))
      return (
        reaches || /\b(Date\.now|new Date\(\)|performance\.now|Math\.random)\b/.test(sources.get(file) ?? '')
      )
    })
    expect(impure).toEqual([])
  })

  test('what runs in the browser never reaches the database, the machine or a .server file, however far', () => {
    const clients = files.filter((file) => /^['"]use client['"]/.test(sources.get(file) ?? ''))
    const leaks = clients.flatMap((client) =>
      reach(client)
        .filter((to) => to.includes('.server') || to === 'lib/db/schema.ts')
        .map((to) => `${client} → ${to}`),
    )
    expect(leaks).toEqual([])
  })

  test('imports have no circle', () => {
    expect(files.filter((file) => reach(file, false).includes(file))).toEqual([])
  })

  test('imports end in their file’s ending and never climb with ../', () => {
    const climbing = [...imports].flatMap(([file, list]) =>
      list.filter(({ raw }) => raw.startsWith('../')).map(() => file),
    )
    const bare = [...imports].flatMap(([file, list]) =>
      list
        .filter(({ raw }) => /^(\.|#)/.test(raw) && !/\.(ts|tsx|css|json)$/.test(raw))
        .map(({ raw }) => `${file}: ${raw}`),
    )
    expect([...climbing, ...bare]).toEqual([])
  })

  test('no file is called after nothing in particular', () => {
    const vague = /^(utils?|helpers?|common|misc|types|constants|manager|service|index)\.(ts|tsx)$/
    expect(files.filter((file) => vague.test(file.split('/').at(-1) ?? ''))).toEqual([])
  })

  test('a file stays within 350 lines, the schema excepted', () => {
    const long = files.filter(
      (file) => file !== 'lib/db/schema.ts' && (sources.get(file) ?? '').split('\n').length > 351,
    )
    expect(long).toEqual([])
  })

  test('every exported action checks who asks, through act or by requiring a right', () => {
    const actions = files.filter((file) => /^['"]use server['"]/.test(sources.get(file) ?? ''))
    const open = actions.flatMap((file) =>
      [...(sources.get(file) ?? '').matchAll(/^export (?:async function (\w+)|const (\w+)[^=]*= (.*))/gm)]
        .filter(([, , , value]) => !/^act(AsVisitor)?\b/.test(value ?? ''))
        .filter(([declaration]) => {
          const from = (sources.get(file) ?? '').indexOf(declaration)
          return !/require(Actor|Right)\(|currentActor\(/.test(
            (sources.get(file) ?? '').slice(from, from + 700),
          )
        })
        .map(([, name, constant]) => `${file}: ${name ?? constant}`),
    )
    expect(open).toEqual([])
  })

  test('every page of members asks who is there', () => {
    const memberPages = files.filter((file) =>
      /^app\/(regie|\(atelier\)|\(studio\)|\(pupitre\)).*\/page\.tsx$/.test(file),
    )
    expect(memberPages.filter((file) => !/require(Actor|Right)\(/.test(sources.get(file) ?? ''))).toEqual([])
  })
})

test('the gate opens the microphone on every page of members, as one goes from each to a recorder', () => {
  const opened = /MEMBER_PAGES =\s*(\/.+\/)$/m.exec(sources.get('lib/gate.server.ts') ?? '')?.[1] ?? '/$^/'
  const isOpened = new RegExp(opened.slice(1, -1))
  const paths = files.flatMap(
    (file) => /^app(?:\/\((?:atelier|studio|pupitre)\))+(\/.+)\/page\.tsx$/.exec(file)?.[1] ?? [],
  )
  expect(paths.length).toBeGreaterThan(10)
  expect(paths.filter((path) => !isOpened.test(path))).toEqual([])
})

function walk(folder: string): string[] {
  return readdirSync(join(root, folder)).flatMap((name) => {
    const path = `${folder}/${name}`
    return statSync(join(root, path)).isDirectory() ? walk(path) : [path]
  })
}

type Import = { raw: string; to: string; isType: boolean }

function importsOf(file: string): Import[] {
  const text = sources.get(file) ?? ''
  const found = [...text.matchAll(/^(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?['"]([^'"]+)['"]/gm)]
  const dynamic = [...text.matchAll(/\bimport\(\s*['"]([^'"]+)['"]/g)].map(([, raw]) => ({
    raw: raw ?? '',
    isType: false,
  }))
  return [...found.map(([, type, raw]) => ({ raw: raw ?? '', isType: type !== undefined })), ...dynamic].map(
    (one) => ({
      ...one,
      to: resolveImport(file, one.raw),
    }),
  )
}

function resolveImport(file: string, raw: string): string {
  if (raw.startsWith('#')) return raw.slice(1)
  return raw.startsWith('.') ? relative(root, join(root, dirname(file), raw)) : raw
}

function broken(allowed: (from: string, to: string) => boolean): string[] {
  return [...imports].flatMap(([from, list]) =>
    list.filter(({ to }) => !allowed(from, to)).map(({ to }) => `${from} → ${to}`),
  )
}

function roomOf(file: string): string | null {
  const [, room, rest] = /^lib\/([^/]+)\/(.+)$/.exec(file) ?? []
  return room && rest ? room : null
}

function mayUse(from: string | null, to: string | null): boolean {
  if (from === null || to === null || from === to) return true
  if (ground.includes(from)) return from === 'db' ? to === 'machine' : false
  return (
    ground.includes(to) || (week.includes(from) && week.indexOf(to) < week.indexOf(from) && week.includes(to))
  )
}

function runtimeImports(file: string): string[] {
  return (imports.get(file) ?? []).filter(({ isType }) => !isType).map(({ to }) => to)
}

function reach(start: string, throughActions = true): string[] {
  const seen = new Set<string>()
  const visit = (file: string) => {
    for (const to of runtimeImports(file)) {
      // A browser file that imports an action only gets its address: the code stays on the server.
      const isAction = /^['"]use server['"]/.test(sources.get(to) ?? '')
      if (seen.has(to) || (throughActions && isAction)) continue
      seen.add(to)
      visit(to)
    }
  }
  visit(start)
  return [...seen]
}
