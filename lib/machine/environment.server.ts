import { resolve } from 'node:path'
import { z } from 'zod'

const text = z.string().trim().min(1).optional()
const variables = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().trim().min(1).default('0.0.0.0'),
  BOBINE_DATA: z.string().trim().min(1).default('./data'),
  BOBINE_URL: z
    .url({ protocol: /^https?$/, error: 'write it whole, such as https://radio.example.org' })
    .refine(isOrigin, 'the site lies at the root of its host: nothing after it but a slash')
    .optional(),
  BOBINE_SECRET: z.string().min(32).optional(),
  POSTGRES_URL: text,
  POSTGRES_DRIVER: z.enum(['pg', 'vercel']).optional(),
  SMTP_URL: text,
  MAIL_FROM: text,
  TRUST_PROXY: z.enum(['0', '1']).default('0'),
  BOBINE_ADDRESS: text,
  BOBINE_HOSTED_BY: text,
})

function isOrigin(address: string): boolean {
  return URL.canParse(address) && new URL(address).href === `${new URL(address).origin}/`
}

/** What the person who installs may set; `docs/operations.md` explains each. */
export type Environment = {
  port: number
  host: string
  dataDir: string
  /** Where the web meets us, without a trailing slash. Links and the Origin check rely on it. */
  baseUrl: string
  secret: string | null
  postgresUrl: string | null
  postgresDriver: 'pg' | 'vercel'
  smtpUrl: string | null
  mailFrom: string | null
  trustProxy: boolean
  /** Where the publisher has their seat; null = nobody has said. */
  publisherAddress: string | null
  /** Who keeps the machine running: name, address, telephone. */
  hostedBy: string | null
}

/** Reads the environment; throws one Error that names every variable that is off. */
export function readEnvironment(from: NodeJS.ProcessEnv = process.env): Environment {
  const filled = Object.fromEntries(Object.entries(from).filter(([, value]) => value !== ''))
  const read = variables.safeParse(filled)
  if (!read.success) {
    const each = read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
    throw new Error(`The environment is not usable (see docs/operations.md). ${each.join('; ')}`)
  }
  const v = read.data
  return {
    port: v.PORT,
    host: v.HOST,
    dataDir: resolve(v.BOBINE_DATA),
    baseUrl: (v.BOBINE_URL ?? `http://localhost:${v.PORT}`).replace(/\/+$/, ''),
    secret: v.BOBINE_SECRET ?? null,
    postgresUrl: v.POSTGRES_URL ?? null,
    postgresDriver: v.POSTGRES_DRIVER ?? (v.POSTGRES_URL?.includes('-pooler.') ? 'vercel' : 'pg'),
    smtpUrl: v.SMTP_URL ?? null,
    mailFrom: v.MAIL_FROM ?? null,
    trustProxy: v.TRUST_PROXY === '1',
    publisherAddress: v.BOBINE_ADDRESS ?? null,
    hostedBy: v.BOBINE_HOSTED_BY ?? null,
  }
}
