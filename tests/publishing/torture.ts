import { publishUnderKills, type Toll } from './killing.ts'
import { editionsOf, publishedRadio } from './torture-radio.ts'

// The long run, on the built app: `node tests/publishing/torture.ts [kills] [snapshots] [example]`. An episode of
// five minutes, or the example's.
const [kills = 40, snapshots = 5200] = process.argv.slice(2, 4).map(Number)
const radio = await publishedRadio({ example: process.argv[4] === 'example', seconds: 300 })
try {
  const onKill = (toll: Toll) => process.stderr.write(`${JSON.stringify(toll)}\n`)
  const toll = await publishUnderKills({ ...(await editionsOf(radio)), kills, snapshots, onKill })
  process.stdout.write(`${JSON.stringify(toll)}\n`)
  process.exitCode = toll.mixed.length === 0 && toll.snapshots >= snapshots ? 0 : 1
} finally {
  await radio.stop()
}
