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
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { role: { type: 'string' }, name: { type: 'string' } },
  })
  const [name = '', ...rest] = positionals
  const command = Object.hasOwn(commands, name) ? commands[name as keyof typeof commands] : null
  const options = shape.safeParse(values)
  if (!command || !options.success) {
    process.stderr.write(USAGE)
    return 2
  }
  return await command({ ...options.data, files: rest, say: (line) => process.stdout.write(`${line}\n`) })
}

try {
  process.exitCode = await main()
} catch (error) {
  process.stderr.write(`${causes(error).join('\n  because ')}\n`)
  process.exitCode = 1
}
