import { once } from './once.ts'

/** What pages and links need to know of this installation. */
export type Site = {
  /** Without a trailing slash. */
  baseUrl: string
  secret: string
  dataDir: string
  mailWorks: boolean
  version: string
}

const held = once<Site>('site')
export const theSite = held.get
export const openSite = held.set
