import { readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Environment } from './environment.server.ts'
import { once } from './once.ts'
import { readOrMakeSecret } from './secret.server.ts'

/** What pages and links need to know of this installation. */
export type Site = {
  /** Without a trailing slash. */
  baseUrl: string
  secret: string
  dataDir: string
  /** Where the program lies, with `public/`. */
  rootDir: string
  mailWorks: boolean
  /** What the law wants to be read of this installation; null = nobody has said. */
  publisherAddress: string | null
  hostedBy: string | null
  version: string
}

const held = once<Site>('site')
export const theSite = held.get

/** Holds what this installation is for the process, and for next-auth, which reads its own two variables. */
export async function openSiteOf(env: Environment): Promise<Site> {
  const site: Site = {
    baseUrl: env.baseUrl,
    secret: env.secret ?? (await readOrMakeSecret(env.dataDir)),
    dataDir: env.dataDir,
    rootDir: resolve(import.meta.dirname, '../..'),
    mailWorks: env.smtpUrl !== null,
    publisherAddress: env.publisherAddress,
    hostedBy: env.hostedBy,
    version: '0.1.0',
  }
  process.env.NEXTAUTH_URL = site.baseUrl
  process.env.NEXTAUTH_SECRET = site.secret
  held.set(site)
  return site
}

/** Leaves the address of a running server beside its data, for commands that are started without it. */
export async function rememberAddress({ dataDir, baseUrl }: Site) {
  await writeFile(join(dataDir, 'address'), `${baseUrl}\n`, { mode: 0o600 })
}

/** The address that links of a command carry: the one that was set, else the one that the server last had. */
export async function recallAddress(env: Environment): Promise<Environment> {
  if (process.env.BOBINE_URL || process.env.PORT) return env
  try {
    return { ...env, baseUrl: (await readFile(join(env.dataDir, 'address'), 'utf8')).trim() }
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return env
    throw error
  }
}
