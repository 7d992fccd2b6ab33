// `npm run -s bobine -- …`: the command line.
import { runScript } from './run.mjs'

await runScript('lib/bobine.ts', process.argv.slice(2))
