import { publishUnderKills } from './killing.ts'
import { editionsOf, publishedRadio } from './torture-radio.ts'

// The long run, on the built app: `node tests/publishing/torture.ts [kills] [snapshots] [example]`. An episode of
// twenty-five minutes, or the example's.
const [kills = 40, snapshots = 5200] = process.argv.slice(2, 4).map(Number)
const radio = await publishedRadio({ example: process.argv[4] === 'example', seconds: 1500 })
try {
  const toll = await publishUnderKills({ ...(await editionsOf(radio)), kills, snapshots })
  process.stdout.write(`${JSON.stringify(toll)}\n`)
  process.exitCode = toll.mixed.length === 0 && toll.snapshots >= snapshots ? 0 : 1
} finally {
  await radio.stop()
}
