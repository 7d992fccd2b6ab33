import { resolve } from 'node:path'
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
    version: '0.1.0',
  }
  process.env.NEXTAUTH_URL = site.baseUrl
  process.env.NEXTAUTH_SECRET = site.secret
  held.set(site)
  return site
}
