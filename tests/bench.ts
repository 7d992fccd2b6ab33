import { parseArgs } from 'node:util'
import { benchAlign } from './bench/align.ts'
import { benchAudio } from './bench/audio.ts'
import { benchEditor } from './bench/editor.ts'
import { benchFeed } from './bench/feed.ts'
import { benchRundown } from './bench/rundown.ts'
import { benchSound } from './bench/sound.ts'
import { benchWeb } from './bench/web.ts'

/** `npm run bench -- [rundown|feed|sound|audio|align|editor|web …]`: medians of at least five, rivals alternating in one run. */
const benches = {
  rundown: benchRundown,
  feed: benchFeed,
  sound: benchSound,
  audio: benchAudio,
  align: benchAlign,
  editor: benchEditor,
  web: benchWeb,
}

const { positionals } = parseArgs({ allowPositionals: true })
const wanted = positionals.length > 0 ? positionals : Object.keys(benches)
for (const name of wanted) {
  const bench = Object.entries(benches).find(([known]) => known === name)?.[1]
  if (!bench) {
    process.stderr.write(`No bench is called ${name}. There are: ${Object.keys(benches).join(', ')}\n`)
    process.exitCode = 2
    continue
  }
  process.stdout.write(`\n${name}\n`)
  await bench()
}
