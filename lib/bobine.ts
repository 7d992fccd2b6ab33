import { parseArgs } from 'node:util'
import { z } from 'zod'
import { commands } from '#lib/commands.server.ts'
import { causes } from '#lib/machine/log.ts'

const USAGE = `Usage: npm run -s bobine -- COMMAND

  invite --role coordination --name "Nadia"   makes an account and prints its one-time address
  example                                     loads the example show
  measure FILE                                prints format, duration, LUFS, dBTP, LRA as JSON
  doctor                                      checks ffmpeg, database, disk and settings
`

const shape = z.object({
  role: z.enum(['resident', 'technique', 'coordination']).default('coordination'),
  name: z.string().default(''),
})

async function main(): Promise<number> {
  const given = readArguments()
  const [name = '', ...rest] = given?.positionals ?? []
  const command = Object.hasOwn(commands, name) ? commands[name as keyof typeof commands] : null
  const options = shape.safeParse(given?.values)
  if (!command || !options.success) {
    process.stderr.write(USAGE)
    return 2
  }
  return await command({ ...options.data, files: rest, say: (line) => process.stdout.write(`${line}\n`) })
}

/** Null for an option that no command has: the usage says which there are. */
function readArguments() {
  try {
    const options = { role: { type: 'string' }, name: { type: 'string' } } as const
    return parseArgs({ allowPositionals: true, options })
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}

try {
  process.exitCode = await main()
} catch (error) {
  process.stderr.write(`${causes(error).join('\n  because ')}\n`)
  process.exitCode = 1
}
