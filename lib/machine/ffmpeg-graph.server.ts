import { ffmpegOnMany, type Run, runFfmpeg } from './ffmpeg.server.ts'
import { removeParts, settleParts, soundPart } from './ffmpeg-part.server.ts'

/** A stretch of a file, in milliseconds: on whole samples at 48 kHz. */
export type GraphInput = { path: string; startMs: number; durationMs: number }

/**
 * Runs a filter graph of ours over stretches of files (`[0:a]`, `[1:a]` …; none for a graph that makes its own
 * sound) and encodes its output `[out]` to one file, which appears whole or not at all. Neither the graph nor
 * the options ever hold a person's text.
 */
export async function encodeGraph(
  inputs: readonly GraphInput[],
  graph: string,
  output: { path: string; options: readonly string[] },
  run: Run = {},
): Promise<void> {
  const { path, options } = output
  const command = ffmpegOnMany(inputs)
    .complexFilter(graph)
    .output(`file:${soundPart(path)}`)
    .outputOptions(['-map', '[out]', '-fflags', '+bitexact', '-flags:a', '+bitexact', ...options])
  try {
    await removeParts([path])
    await runFfmpeg(command, () => command.run(), run)
    await settleParts([path])
  } catch (cause) {
    await removeParts([path])
    throw cause
  }
}
