import { parseArgs } from 'node:util'
import { z } from 'zod'
import { commands } from '#lib/commands.server.ts'
import { causes } from '#lib/machine/log.ts'

const USAGE = `Usage: npm run -s bobine -- COMMAND

  invite --role coordination --name "Nadia"   makes an account and prints its one-time address
  example                                     loads the example show
  measure FILE [--json|--words]               tells format, length, LUFS, LRA, dBTP and what to beware of;
                                              as JSON when asked to, or into a pipe
  normalise FILE -o OUT [--lufs -16] [--dbtp -1] [--force]
                                              brings any sound to a loudness; OUT ends in
                                              .mp3 .wav .flac .opus or .m4a
  render EPISODE [--master podcast|antenne] [--out FILE] [--force]
                                              makes a master; EPISODE is an id, the end of its address,
                                              a number of this season, or next
  doctor                                      checks ffmpeg, database, disk and settings
`

const options = {
  role: { type: 'string' },
  name: { type: 'string' },
  json: { type: 'boolean' },
  words: { type: 'boolean' },
  force: { type: 'boolean' },
  lufs: { type: 'string' },
  dbtp: { type: 'string' },
  out: { type: 'string', short: 'o' },
  master: { type: 'string' },
} as const

const figure = z
  .string()
  .regex(/^[-−]?\d+([.,]\d+)?$/)
  .transform((typed) => Number(typed.replace('−', '-').replace(',', '.')))
  .nullable()
  .default(null)

const shape = z.object({
  role: z.enum(['resident', 'technique', 'coordination']).default('coordination'),
  name: z.string().default(''),
  json: z.boolean().default(false),
  words: z.boolean().default(false),
  force: z.boolean().default(false),
  lufs: figure,
  dbtp: figure,
  out: z.string().min(1).nullable().default(null),
  master: z.enum(['podcast', 'antenne']).default('podcast'),
})

async function main(): Promise<number> {
  const given = readArguments()
  const [name = '', ...rest] = given?.positionals ?? []
  const command = Object.hasOwn(commands, name) ? commands[name as keyof typeof commands] : null
  const read = shape.safeParse(given?.values)
  if (!command || !read.success) {
    process.stderr.write(USAGE)
    return 2
  }
  const { words, ...asked } = read.data
  // Who reads a pipe is a program.
  const json = asked.json || !(words || process.stdout.isTTY)
  return await command({ ...asked, json, files: rest, say: (line) => process.stdout.write(`${line}\n`) })
}

/** Null for an option that no command has: the usage says which there are. */
function readArguments() {
  try {
    return parseArgs({ args: joined(process.argv.slice(2)), allowPositionals: true, options })
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}

/** `--lufs -16` → `--lufs=-16`: a level is mostly negative, and would be taken for another option. */
function joined(typed: readonly string[]): string[] {
  const isLevel = (index: number) => /^--(lufs|dbtp)$/.test(typed[index] ?? '')
  return typed.flatMap((word, index) => {
    if (isLevel(index - 1)) return []
    return isLevel(index) && typed[index + 1] !== undefined ? [`${word}=${typed[index + 1]}`] : [word]
  })
}

try {
  process.exitCode = await main()
} catch (error) {
  process.stderr.write(`${causes(error).join('\n  because ')}\n`)
  process.exitCode = 1
}
