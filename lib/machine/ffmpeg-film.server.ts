import { Readable } from 'node:stream'
import { FfmpegFailure, ffmpegOnMany, type Run, runFfmpeg } from './ffmpeg.server.ts'
import { removeParts, settleParts, soundPart } from './ffmpeg-part.server.ts'
import { Refusal } from './refusal.ts'

/** A film of pictures that we draw, with a stretch of one of our sounds. */
export type Film = {
  /** `side` by `side` pixels in planes of brightness and colours (yuv420p), one after the other. */
  frames: AsyncIterable<Buffer>
  side: number
  framesPerSecond: number
  sound: { path: string; startMs: number; durationMs: number }
}

const video = [
  ...['-c:v', 'libx264', '-preset', 'veryfast', '-tune', 'stillimage', '-crf', '23', '-pix_fmt', 'yuv420p'],
  ...['-maxrate', '1M', '-bufsize', '2M', '-profile:v', 'high', '-g', '60'],
  ...['-colorspace', 'bt709', '-color_primaries', 'bt709', '-color_trc', 'bt709', '-color_range', 'tv'],
]
const audio = ['-c:a', 'aac', '-b:a', '128k', '-ac', '1', '-ar', '48000']

/**
 * Encodes it to an MP4 that begins to play before it is whole (H.264, AAC; at most 1.2 Mbit/s, so 9 MB a minute). It
 * appears whole or not at all. Refuses `film.no-encoder` where ffmpeg was built without H.264.
 */
export async function encodeFilm(film: Film, path: string, run: Run = {}): Promise<void> {
  const frames = Readable.from(film.frames, { objectMode: false, highWaterMark: 1 << 22 })
  const shape = ['-f', 'rawvideo', '-pix_fmt', 'yuv420p', '-s', `${film.side}x${film.side}`]
  const command = ffmpegOnMany([film.sound])
    .input(frames)
    .inputOptions(['-protocol_whitelist', 'file,pipe', ...shape, '-r', `${film.framesPerSecond}`])
    .output(`file:${soundPart(path)}`)
    .outputOptions([
      ...['-map', '1:v', '-map', '0:a:0', '-map_metadata', '-1', '-map_chapters', '-1', '-sn', '-dn'],
      ...[...video, ...audio, '-shortest', '-movflags', '+faststart', '-fflags', '+bitexact', '-f', 'mp4'],
    ])
  try {
    await removeParts([path])
    await runFfmpeg(command, () => command.run(), run)
    await settleParts([path])
  } catch (cause) {
    await removeParts([path])
    if (cause instanceof FfmpegFailure && /Unknown encoder/.test(String(cause.cause)))
      throw new Refusal('film.no-encoder', {}, { cause })
    throw cause
  } finally {
    frames.destroy()
  }
}
