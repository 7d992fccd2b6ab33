import { sentenceTimes, trusted } from '#lib/publishing/sentence-times.ts'
import { featureRateHz, speechFeatures } from '#lib/publishing/speech-features.ts'
import { openVoice, speak } from '#lib/publishing/synthetic-voice.server.ts'
import { readings, record, script } from '#tests/publishing/readings.ts'

/**
 * Sentences found in recordings of them: how far off their starts are, and what a minute of sound costs. Every
 * recording is another voice, pace and room than the voice that is compared with.
 */
export async function benchAlign() {
  const voice = await openVoice()
  const say = await timed(async () => speak(voice, script))
  process.stdout.write(`the script said by the synthetic voice: ${say.ms.toFixed(0)} ms\n`)
  for (const reading of readings) {
    const { samples, startsMs } = await record(reading)
    const runs = []
    for (let run = 0; run < 5; run += 1)
      runs.push(await timed(async () => sentenceTimes(speechFeatures(samples), say.value)))
    const ms = runs.map((run) => run.ms).sort((a, b) => a - b)[2] ?? 0
    const found = runs[0]?.value.sentences ?? []
    const off = startsMs.flatMap((startMs, at) => {
      const time = found[at]
      return startMs !== null && time && time.confidence >= trusted ? [Math.abs(time.startMs - startMs)] : []
    })
    const sorted = off.toSorted((a, b) => a - b)
    const at = (share: number) =>
      (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(0)
    const minutes = samples.length / featureRateHz / 60
    process.stdout.write(
      `${reading.name.padEnd(26)} ${off.length} of ${startsMs.filter((one) => one !== null).length} found, ` +
        `median ${at(0.5)} ms, p95 ${at(0.95)} ms off; ${(ms / minutes / 1000).toFixed(2)} s a minute of sound\n`,
    )
  }
}

async function timed<T>(work: () => Promise<T>): Promise<{ ms: number; value: T }> {
  const at = performance.now()
  const value = await work()
  return { ms: performance.now() - at, value }
}
