import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { measureSound } from '#lib/sound/measure.server.ts'
import { prepareSound } from '#lib/sound/prepare.server.ts'
import { race } from './stopwatch.ts'
import { benchUpload } from './upload.ts'

const run = promisify(execFile)
const ffmpeg = process.env.FFMPEG_PATH ?? 'ffmpeg'
const minutes = 5
const multiple = (medianMs: number) => `${((minutes * 60_000) / medianMs).toFixed(0)}× real time`

/** Measuring and preparing five minutes of stereo, beside what everyone's recipe does to measure: loudnorm; then whole uploads. */
export async function benchSound() {
  const room = await mkdtemp(join(tmpdir(), 'bobine-bench-'))
  const sound = join(room, 'programme.wav')
  const source = `anoisesrc=c=pink:d=${minutes * 60}:a=0.3,tremolo=f=0.3:d=0.9`
  try {
    await run(ffmpeg, ['-v', 'error', '-f', 'lavfi', '-i', source, '-ac', '2', '-ar', '48000', sound])
    await race(
      [
        { name: 'measureSound, once for ever', run: () => measureSound(sound), note: multiple },
        {
          name: 'ffmpeg ebur128 with true peak',
          run: () => run(ffmpeg, ['-v', 'error', '-i', sound, '-af', 'ebur128=peak=true', '-f', 'null', '-']),
          note: multiple,
        },
        {
          name: 'ffmpeg loudnorm, its first pass',
          run: () =>
            run(ffmpeg, ['-v', 'error', '-i', sound, '-af', 'loudnorm=print_format=json', '-f', 'null', '-']),
          note: multiple,
        },
        {
          name: 'prepareSound: measure, mezzanine, listening copy',
          run: () => prepareSound(sound, join(room, 'out')),
          note: multiple,
        },
      ],
      Number(process.env.BENCH_ROUNDS ?? 5),
    )
  } finally {
    await rm(room, { recursive: true, force: true })
  }
  await benchUpload()
}
